// Builds the illustration set that is shipped in src/main/resources: a curated part of Microsoft's Fluent Emoji
// (MIT, the colour SVGs as packed by Iconify) with keywords from emojilib (MIT) and from synonyms.txt (ours).
//
//   npm install @iconify-json/fluent-emoji@1.2.7 emojilib@4.0.3 unicode-emoji-json@0.9.0   (anywhere)
//   node scripts/illustrations/build.mjs <that folder>/node_modules
//
// Fluent Emoji 3D (256 px bitmaps) and the flat style were compared at 600 px: 3D is blurred when it is scaled to
// half of the frame, flat looks plain; the colour SVGs look like 3D and stay sharp. 2.3 MB gzipped.
import {createRequire} from 'node:module';
import {gzipSync} from 'node:zlib';
import fs from 'node:fs';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const out = path.join(here, '../../src/main/resources/dev/viralvideo/media/illustration');
const require = createRequire(path.join(path.resolve(process.argv[2]), 'x.js'));
const {icons, aliases} = require('@iconify-json/fluent-emoji/icons.json');
const emoji = require('unicode-emoji-json/data-by-emoji.json');
const keywords = require('emojilib/dist/emoji-en-US.json');

const GROUPS = {'Animals & Nature': 'nature', 'Food & Drink': 'food', 'Travel & Places': 'places',
  'Activities': 'activity', 'Objects': 'object', 'Smileys & Emotion': 'symbol', 'People & Body': 'person', 'Symbols': 'symbol'};
// What may look silly, offensive or meaningless behind a narration.
const LEFT_OUT = words(`love-hotel cigarette coffin headstone funeral-urn briefs bikini one-piece-swimsuit bomb
  water-pistol pig-nose wilted-flower rosette white-flower statue-of-liberty-x kaaba seat litter bricks
  spade-suit heart-suit diamond-suit club-suit mahjong-red-dragon flower-playing-cards knot
  muted-speaker bell-with-slash speaker-low-volume speaker-medium-volume mobile-phone-with-arrow pager fax-machine
  low-battery computer-disk dvd videocassette trackball incoming-envelope envelope-with-arrow outbox-tray inbox-tray
  closed-mailbox-with-lowered-flag open-mailbox-with-raised-flag open-mailbox-with-lowered-flag
  chart-increasing-with-yen yen-banknote locked-with-pen linked-paperclips round-pushpin-x placard
  identification-card bookmark-tabs card-index page-with-curl tear-off-calendar thong-sandal
  oncoming-bus oncoming-police-car oncoming-taxi oncoming-automobile new-moon-face first-quarter-moon-face
  last-quarter-moon-face hamsa mouse-trap razor plunger roller-coaster-x safety-pin elevator white-cane
  japanese-post-office motorized-wheelchair front-facing-baby-chick softball squid-x`);
const ALSO = words(`brain anatomical-heart lungs tooth bone ear nose eye eyes flexed-biceps mechanical-arm footprints
  fingerprint handshake writing-hand clapping-hands thumbs-up raising-hands speaking-head busts-in-silhouette people-hugging baby
  health-worker student teacher judge farmer cook mechanic factory-worker office-worker scientist technologist singer
  artist pilot astronaut firefighter detective ninja construction-worker santa-claus superhero mage fairy vampire
  mermaid elf genie zombie person-running person-climbing skier snowboarder person-golfing person-surfing
  person-rowing-boat person-swimming person-lifting-weights person-biking person-juggling person-in-lotus-position
  woman-dancing family person-fencing person-cartwheeling person-walking
  thinking-face sleeping-face exploding-head star-struck partying-face nerd-face face-with-tears-of-joy crying-face
  hot-face cold-face cowboy-hat-face smiling-face-with-smiling-eyes smiling-face-with-sunglasses face-savoring-food
  sneezing-face zany-face skull ghost alien alien-monster robot love-letter red-heart two-hearts sparkling-heart
  heart-on-fire broken-heart collision hundred-points speech-balloon thought-balloon zzz sweat-droplets hole
  atom-symbol infinity recycling-symbol warning radioactive yin-yang peace-symbol`);

fs.rmSync(out, {recursive: true, force: true});
fs.mkdirSync(out, {recursive: true});
const shipped = new Map();
for (const [character, {slug, group, name}] of Object.entries(emoji)) {
  const icon = slug.replaceAll('_', '-');
  const whole = ['Smileys & Emotion', 'People & Body', 'Symbols'].includes(group) ? ALSO.has(icon) : GROUPS[group] && !LEFT_OUT.has(icon);
  const found = icons[icon] ?? icons[aliases[icon]?.parent];
  if (!whole || !found || /o-clock|-thirty$/.test(icon)) continue;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 32 32">${found.body}</svg>`;
  fs.writeFileSync(path.join(out, icon + '.svgz'), gzipSync(svg, {level: 9}));
  shipped.set(icon, [icon, GROUPS[group], name.replaceAll(/[^A-Za-z0-9 -]/g, ' ').toLowerCase(), plain(keywords[character] ?? [])]);
}
fs.writeFileSync(path.join(out, 'index.tsv'), [...shipped.values()]
  .map(([icon, group, name, words]) => [icon, group, name, words.join(',')].join('\t')).join('\n') + '\n');

// Families keep only the pictures that are shipped; a name that is not is told, so that the text can be mended.
const families = fs.readFileSync(path.join(here, 'synonyms.txt'), 'utf8').split('\n').filter(l => l && !l.startsWith('#')).map(line => {
  const [terms, pictures] = line.split(':');
  const known = pictures.trim().split(/\s+/).filter(p => shipped.has(p) || console.log('not shipped:', p));
  return terms.split(',').map(t => t.trim()).join(',') + '\t' + known.join(' ');
});
fs.writeFileSync(path.join(out, 'families.tsv'), families.join('\n') + '\n');
fs.copyFileSync(path.join(here, 'LICENSE-fluent-emoji.txt'), path.join(out, 'LICENSE-fluent-emoji.txt'));
fs.copyFileSync(path.join(here, 'LICENSE-emojilib.txt'), path.join(out, 'LICENSE-emojilib.txt'));
console.log(shipped.size, 'illustrations');

function words(text) { return new Set(text.trim().split(/\s+/)); }
function plain(list) { return list.map(k => k.replaceAll('_', ' ').toLowerCase()).filter(k => /^[a-z][a-z -]{2,}$/.test(k)); }
