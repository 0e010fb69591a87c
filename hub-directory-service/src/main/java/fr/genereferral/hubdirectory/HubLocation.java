package fr.genereferral.hubdirectory;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a hub is that the national file of hospitals does not have.
 *
 * @param landmass code of the atlas: roads are estimated within one
 * @param latitude in degrees (WGS84), as the longitude is
 */
public record HubLocation(String landmass, BigDecimal latitude, BigDecimal longitude) {
    /** By name, for the history. */
    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("landmass", landmass);
        values.put("latitude", latitude.toPlainString());
        values.put("longitude", longitude.toPlainString());
        return values;
    }
}
