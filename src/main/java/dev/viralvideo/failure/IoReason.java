package dev.viralvideo.failure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** What went wrong with a file, in words for a message that names the file already: "permission denied". */
public final class IoReason {
    private IoReason() {}

    public static String of(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (problem instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (problem instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (problem instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        String said = problem instanceof FileSystemException system ? system.getReason() : problem.getMessage();
        if (said == null || said.isBlank()) {
            return inWords(problem);
        }
        return problem instanceof FileNotFoundException ? inBrackets(said) : sentence(said);
    }

    /** "/tmp/x (Permission denied)" */
    private static String inBrackets(String said) {
        int from = said.lastIndexOf(" (");
        return from < 0 || !said.endsWith(")") ? said : sentence(said.substring(from + 2, said.length() - 1));
    }

    /** Reasons of the system begin with a capital letter, but stand within a sentence. */
    private static String sentence(String said) {
        boolean word = said.length() > 1 && Character.isLowerCase(said.charAt(1));
        return word ? said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1) : said;
    }

    /** "FileSystemLoopException": "file system loop" */
    private static String inWords(IOException problem) {
        if (problem.getClass() == IOException.class) {
            return "input or output failed";
        }
        return problem.getClass()
                .getSimpleName()
                .replaceFirst("(?<=.)Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
