package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** A command that a page shows, and what it says the command prints. */
record DocumentedCommand(String command, String shown) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern PROMPT = Pattern.compile("(?ms)^\\$ (.*?)$\n(.*?)(?=^\\$ |\\z)");
    private static final Pattern MEMBER = Pattern.compile("\"\\w+\":");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"\\w+\"");

    /** Those with a prompt, in the sequence of the page. */
    static List<DocumentedCommand> of(String page) {
        return blocks(page).stream()
                .flatMap(block -> PROMPT.matcher(block).results())
                .map(sample -> new DocumentedCommand(sample.group(1), sample.group(2)))
                .toList();
    }

    /** The blocks of code without a language: what is pasted into a shell, or comes out of one. */
    static List<String> blocks(String page) {
        return FENCE.matcher(Documents.read(Documents.ROOT.resolve(page)))
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block -> block.group(2))
                .toList();
    }

    /** Ids, times and counts differ from run to run; the members and the status do not. */
    void requireLike(String printed) {
        for (Pattern pattern : List.of(MEMBER, STATUS)) {
            assertThat(pattern.matcher(shown).results().map(found -> found.group()))
                    .as(shown)
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(printed).contains(part));
        }
    }
}
