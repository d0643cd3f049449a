package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The nightly workflow runs each proof at full size in a separate job; {@code mvn verify} runs them small. */
class NightlyProofsTest {

    private static final Pattern JOB = Pattern.compile("(?m)^ +- (\\w+IT)$");

    @Test
    void every_proof_runs_at_full_size_by_night() {
        Stream<String> jobs = JOB.matcher(Documents.read(Documents.ROOT.resolve(".github/workflows/proof.yml")))
                .results()
                .map(job -> job.group(1));
        List<String> proofs = Documents.files(Documents.ROOT, "IT.java").stream()
                .filter(file -> file.toString().endsWith("ProofIT.java")
                        || Documents.read(file).contains("ProofSize.of("))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();

        assertThat(jobs).isNotEmpty().containsExactlyInAnyOrderElementsOf(proofs);
    }
}
