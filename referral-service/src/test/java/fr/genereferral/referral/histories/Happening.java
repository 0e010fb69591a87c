package fr.genereferral.referral.histories;

import java.util.Random;

/** What may happen next in a world. */
interface Happening {
    void happen(World world, Random chance);
}
