package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A hub as it is named to people.
 *
 * @param id FINESS ET of the site
 */
@Embeddable
public record HubName(
        @Column(name = "hub_id") String id,
        @Column(name = "hub_name") String name,
        @Column(name = "hub_city") String city) {}
