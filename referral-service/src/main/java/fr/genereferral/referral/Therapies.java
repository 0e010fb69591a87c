package fr.genereferral.referral;

import java.util.List;

/** Therapies asked for, in order of preference; empty means every open one of the disease that needs a hub. */
public record Therapies(List<String> ids) {
    public Therapies {
        ids = List.copyOf(ids);
    }
}
