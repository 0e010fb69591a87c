package fr.genereferral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a referral has noted since it was loaded, for the port to store with the row; taken once. */
final class Notes {
    private final List<Change> changes = new ArrayList<>();
    private final List<AccessChange> accessChanges = new ArrayList<>();
    private final List<Assessment> assessments = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();

    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Said> messages = new ArrayList<>();

    void changed(Change change) {
        changes.add(change);
    }

    void letIn(String organisation, Instant at) {
        accessChanges.add(new AccessChange(organisation, true, at));
    }

    void letOut(String organisation, Instant at) {
        accessChanges.add(new AccessChange(organisation, false, at));
    }

    void heard(Assessment assessment) {
        assessments.add(assessment);
    }

    void amended(Amendment amendment) {
        amendments.add(amendment);
    }

    void met(Meeting meeting) {
        meetings.add(meeting);
    }

    /** With its first message. */
    void asked(Question question) {
        questions.add(question);
        question.messages().forEach(message -> said(question.id(), message));
    }

    void said(UUID question, Question.Message message) {
        messages.add(new Said(question, message));
    }

    List<Question> takeQuestions() {
        return drained(questions);
    }

    List<Said> takeMessages() {
        return drained(messages);
    }

    List<Meeting> takeMeetings() {
        return drained(meetings);
    }

    List<Change> takeChanges() {
        return drained(changes);
    }

    List<AccessChange> takeAccessChanges() {
        return drained(accessChanges);
    }

    List<Assessment> takeAssessments() {
        return drained(assessments);
    }

    List<Amendment> takeAmendments() {
        return drained(amendments);
    }

    private static <T> List<T> drained(List<T> noted) {
        var taken = List.copyOf(noted);
        noted.clear();
        return taken;
    }
}
