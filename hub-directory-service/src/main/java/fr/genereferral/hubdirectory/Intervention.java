package fr.genereferral.hubdirectory;

/** What a coordinator has said of a placement: written once, and never changed. */
public interface Intervention {}
