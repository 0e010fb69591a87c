package fr.genereferral.hubdirectory;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who has said something for a placement, and when. */
@Embeddable
public record Signature(Coordinator by, Instant at) {}
