package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** A command on a page, and its documented output. */
record DocumentedCommand(String command, String shown) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern PROMPT = Pattern.compile("(?ms)^\\$ (.*?)$\n(.*?)(?=^\\$ |\\z)");
    private static final Pattern MEMBER = Pattern.compile("\"\\w+\":");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"\\w+\"");

    /** Returns the commands with a prompt, in the order of the page. */
    static List<DocumentedCommand> of(String page) {
        return blocks(page).stream()
                .flatMap(block -> PROMPT.matcher(block).results())
                .map(sample -> new DocumentedCommand(sample.group(1), sample.group(2)))
                .toList();
    }

    /** Code blocks without a language hold shell input or output. */
    static List<String> blocks(String page) {
        return FENCE.matcher(Documents.read(Documents.ROOT.resolve(page)))
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block -> block.group(2))
                .toList();
    }

    /** Ids, times and counts differ between runs; members and statuses do not. */
    void requireLike(String printed) {
        for (Pattern pattern : List.of(MEMBER, STATUS)) {
            assertThat(pattern.matcher(shown).results().map(found -> found.group()))
                    .as(shown)
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(printed).contains(part));
        }
    }
}
