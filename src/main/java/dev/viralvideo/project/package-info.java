/**
 * The state of all projects: what is durably true, who may work on what, and what the outside is told.
 *
 * <p>The database is the truth and a message only a hint. A worker claims a stage by compare-and-set, keeps the claim
 * with a heartbeat, and commits result, next stages, status and events in one transaction; a killed process, a lost
 * message and a message that comes twice are all harmless.
 *
 * <p>Correctness depends on no clock: the fence, a number that only grows, decides whether a commit is valid, and a
 * lease has run out when its heartbeat counter was watched to stand still on a monotonic clock. Wall clocks only tell
 * when things happened and when a back-off is over; one that is set back by more than the longest back-off ends it.
 *
 * <p>Every transaction on a project locks the project's row first. So two of them on one project run one after the
 * other, which is what opens the video stage exactly once and keeps the events in order, and none can deadlock.
 */
package dev.viralvideo.project;
