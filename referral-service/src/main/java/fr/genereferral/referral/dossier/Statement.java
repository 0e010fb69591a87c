package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that was said of a patient, as it stands in a dossier.
 *
 * @param number in the order of arrival
 * @param organisation who said it
 * @param merge which merge of two referrals has brought it; null where it was said of this one
 */
public record Statement(
        int number,
        FactKind kind,
        ObjectNode content,
        int dossierVersion,
        Instant at,
        String organisation,
        UUID merge) {
    private static final Set<String> FOUND = Set.of("present", "absent", "conflicting");
    /** Why nobody found anything, the most telling first: the order in which eligibility-service declares them. */
    private static final List<String> NOT_FOUND =
            List.of("pending", "not-done", "not-assessable", "withheld", "unknown");

    /** One that was said of this referral. */
    public Statement(
            int number, FactKind kind, ObjectNode content, int dossierVersion, Instant at, String organisation) {
        this(number, kind, content, dossierVersion, at, organisation, null);
    }

    /** What was said later, as it was said. */
    public static Statement of(FactEntry entry) {
        return new Statement(
                entry.number(),
                entry.kind(),
                (ObjectNode) StrictJson.parse(entry.content().getBytes(StandardCharsets.UTF_8)),
                entry.dossierVersion(),
                entry.at(),
                entry.by().organisation(),
                entry.merge());
    }

    /** The same in another dossier: by whom and when it was said stays. */
    public Statement as(int otherNumber, ObjectNode otherContent, int otherVersion, UUID otherMerge) {
        return new Statement(otherNumber, kind, otherContent, otherVersion, at, organisation, otherMerge);
    }

    /** Whether one hospital has said both of one referral: what of two that have become one goes away goes with all of it. */
    boolean isOfTheVoiceOf(Statement other) {
        return organisation.equals(other.organisation) && Objects.equals(merge, other.merge);
    }

    /** Whether somebody found something out; what is pending, not done or withheld says that nobody did. */
    boolean isFound() {
        return switch (kind) {
            case FACT, ANTIBODY, COPY_NUMBER -> FOUND.contains(state());
            case VARIANT -> content.has("acmgClass");
            case REPORT -> true;
        };
    }

    /** Whether its sender says himself that nobody knows which of two is right. */
    boolean isDoubtful() {
        return state().equals("conflicting");
    }

    /** Who counts copies has found them: there the state may be left out. */
    private String state() {
        return kind == FactKind.COPY_NUMBER && !content.has("state")
                ? content.has("copies") ? "present" : "unknown"
                : text("state");
    }

    /** How much it says of what nobody found, 0 the most. */
    int tells() {
        var place = NOT_FOUND.indexOf(state());
        return place < 0 ? NOT_FOUND.size() : place;
    }

    /** Day on which a result is expected, as a text that sorts; empty when nobody stated it. */
    String expected() {
        return text("expectedDate");
    }

    /** Whose word a fact is; what laboratories find is theirs. */
    String source() {
        return text("source");
    }

    /** Day of the finding, as a text that sorts; empty when nobody stated it. */
    String day() {
        return text(kind == FactKind.VARIANT ? "classifiedOn" : "date");
    }

    /** What it says, without when, by whom and how: two that say the same do not contradict each other. */
    String meaning() {
        return switch (kind) {
            case FACT -> said("state", "operator", "value", "unit");
            case ANTIBODY -> said("state", "operator", "titre", "result");
            case COPY_NUMBER -> state() + "|" + said("operator", "copies");
            case VARIANT -> said("acmgClass");
            case REPORT -> said("id");
        };
    }

    private String said(String... fields) {
        return Stream.of(fields).map(this::plain).collect(Collectors.joining("|"));
    }

    private String plain(String field) {
        JsonNode value = content.path(field);
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return field.equals("operator") && value.isMissingNode() ? "=" : value.asText();
    }

    private String text(String field) {
        return content.path(field).asText("");
    }

    /** What it speaks of, as the rules name it: of an antibody without the kind of assay, of copies without the exon. */
    String code() {
        return switch (kind) {
            case FACT -> text("code");
            case ANTIBODY -> text("serotype");
            case COPY_NUMBER, VARIANT -> text("gene");
            case REPORT -> text("id");
        };
    }

    /** What it speaks of: statements with the same subject are of the same thing. */
    String subject() {
        return switch (kind) {
            case FACT -> text("code");
            case ANTIBODY -> content.has("kind") ? text("serotype") + "-" + text("kind") : text("serotype");
            case COPY_NUMBER -> content.has("exon") ? text("gene") + "-exon-" + text("exon") : text("gene");
            case VARIANT ->
                text("gene") + " " + (content.has("hgvs") ? text("hgvs").strip() : description());
            case REPORT -> "report-" + (content.has("id") ? text("id") : number);
        };
    }

    /** A variant without a name is the same again under its own id, as long as it is described as it was. */
    private String description() {
        if (!content.has("id")) {
            return "#" + number;
        }
        return Stream.of("/id", "/type", "/exons/first", "/exons/last", "/exons/numbering")
                .map(field -> content.at(field).asText())
                .collect(Collectors.joining("|"));
    }

    /** What it says, whichever report it is by. */
    ObjectNode uncited() {
        return content.deepCopy().without("report");
    }

    /** Whether a report is named that it is by. */
    public boolean isCited() {
        return content.has("report");
    }

    /** Id by which a hospital names it elsewhere in its dossier; empty where it has none. */
    String id() {
        return text("id");
    }

    @Override
    public String toString() {
        return "Statement[" + number + "]";
    }
}
