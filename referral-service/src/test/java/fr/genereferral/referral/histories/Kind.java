package fr.genereferral.referral.histories;

import static fr.genereferral.referral.ReferralFixtures.BASTIA;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.RoutingFacts;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.WishReason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** What may happen next. Whoever does it is mostly the one who may, and does it twice now and then. */
enum Kind {
    TIME_PASSES {
        @Override
        void once(World world, Random chance) {
            // As it does with every step.
        }
    },
    SUBMIT {
        @Override
        void once(World world, Random chance) {
            var sought = chance.nextInt(3);
            var by = mostly(BASTIA, chance);
            world.tries(people -> people.referral()
                    .send(
                            People.of(
                                    people.referral(),
                                    ReferralFixtures.submission(RulesService.THERAPIES
                                            .subList(0, sought)
                                            .toArray(String[]::new)),
                                    chance.nextInt(6) == 0),
                            by,
                            world.now()));
        }
    },
    SAVE_DRAFT {
        @Override
        void once(World world, Random chance) {
            world.tries(people -> {
                people.referral().demandDraft(BASTIA);
                people.referral().saved(world.now());
            });
        }
    },
    ADD_FACTS {
        @Override
        void once(World world, Random chance) {
            amend("FACTS_ADDED", world, chance);
        }
    },
    SETTLE_FACT {
        @Override
        void once(World world, Random chance) {
            amend("FACT_SETTLED", world, chance);
        }
    },
    CHANGE_WISHES {
        @Override
        void once(World world, Random chance) {
            var declined = HubDirectory.HUBS.stream()
                    .filter(hub -> chance.nextInt(3) == 0)
                    .map(hub -> new FamilyWishes.Wish(hub, WishReason.JOURNEY))
                    .toList();
            var by = mostly(BASTIA, chance);
            world.tries(people -> people.referral().wished(new FamilyWishes(null, declined), by, world.now()));
        }
    },
    CORRECT_IDENTITY {
        @Override
        void once(World world, Random chance) {
            var another = chance.nextInt(4) == 0;
            var by = mostly(BASTIA, chance);
            world.tries(people -> people.referral().identityCorrected("OTHER", another, by, world.now()));
        }
    },
    WITHDRAW {
        @Override
        void once(World world, Random chance) {
            var reason = any(People.REASONS, chance);
            var by = mostly(BASTIA, chance);
            world.tries(people -> people.referral().withdraw(reason, by, world.now()));
        }
    },
    WITHDRAW_CONSENT {
        @Override
        void once(World world, Random chance) {
            world.tries(people -> people.referral().withdraw("CONSENT_WITHDRAWN", BASTIA, world.now()));
        }
    },
    ENTERED_IN_ERROR {
        @Override
        void once(World world, Random chance) {
            world.tries(people -> people.referral().withdraw("ENTERED_IN_ERROR", BASTIA, world.now()));
        }
    },
    CONFIRM_CANCELLATION {
        @Override
        void once(World world, Random chance) {
            var by = any(People.ALL, chance);
            world.tries(people -> {
                var hub = new InCharge(people.referral());
                if (by.equals(People.COORDINATOR)) {
                    hub.confirmForTheHub(by, world.now());
                } else {
                    hub.confirmCancellation(by, world.now());
                }
            });
        }
    },
    REFUSE_CANCELLATION {
        @Override
        void once(World world, Random chance) {
            var by = hub(world, chance);
            var reason = any(People.REFUSALS, chance);
            world.tries(people ->
                    new InCharge(people.referral()).refuseCancellation(reason, People.REFUSALS, by, world.now()));
        }
    },
    ASK {
        @Override
        void once(World world, Random chance) {
            var by = chance.nextBoolean() ? hub(world, chance) : any(People.ALL, chance);
            world.tries(people -> people.ask(by, world.now()));
        }
    },
    CONVERSE {
        @Override
        void once(World world, Random chance) {
            var by = mostly(BASTIA, chance);
            var action = any(List.of(Asking.Action.values()), chance);
            var number = chance.nextInt(8);
            world.tries(people -> people.converse(number, action, by, world.now()));
        }
    },
    MEETING {
        @Override
        void once(World world, Random chance) {
            var by = chance.nextBoolean() ? hub(world, chance) : People.COORDINATOR;
            var decision = any(List.of(Decision.values()), chance);
            var overruled = RulesService.CRITERIA.stream()
                    .filter(criterion -> chance.nextInt(NOW_AND_THEN) > 0)
                    .toArray(String[]::new);
            world.tries(people -> People.decide(people.referral(), decision, by, world.now(), overruled));
        }
    },
    BEGIN_CARE {
        @Override
        void once(World world, Random chance) {
            var by = hub(world, chance);
            world.tries(people -> new InCharge(people.referral()).beginCare(Paris.dayOf(world.now()), by, world.now()));
        }
    },
    REPORT_OUTCOME {
        @Override
        void once(World world, Random chance) {
            var by = hub(world, chance);
            world.tries(people -> People.report(people.referral(), by, world.now()));
        }
    },
    SUSPECT_DUPLICATE {
        @Override
        void once(World world, Random chance) {
            world.tries(
                    people -> people.referral().duplicateSuspected(Actor.platform("referral-service"), world.now()));
        }
    },
    RULE_OUT_DUPLICATE {
        @Override
        void once(World world, Random chance) {
            world.tries(people -> people.referral().duplicateRuledOut(People.COORDINATOR, world.now()));
        }
    },
    RULES_HEAR {
        @Override
        void once(World world, Random chance) {
            several(chance, () -> world.rulesHear(chance));
        }
    },
    RULES_JUDGE_AGAIN {
        @Override
        void once(World world, Random chance) {
            world.rulesJudgeAgain(chance);
        }
    },
    JUDGEMENT_ARRIVES {
        @Override
        void once(World world, Random chance) {
            several(chance, () -> world.judgementArrives(chance));
        }
    },
    HUBS_HEAR {
        @Override
        void once(World world, Random chance) {
            several(chance, world::hubsHear);
        }
    },
    PLACEMENT_ARRIVES {
        @Override
        void once(World world, Random chance) {
            several(chance, () -> world.placementArrives(chance));
        }
    },
    HUB_SEES {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.see(world.now()));
        }
    },
    HUB_ACCEPTS {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.accept(chance, world.now()));
        }
    },
    HUB_DECLINES {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.decline(chance, world.now()));
        }
    },
    OFFER_EXPIRES {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.expire(world.now()));
        }
    },
    ACCREDITATION_ENDS {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.loseAccreditation(world.now()));
        }
    },
    HUB_GIVES_BACK {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.giveBack(chance, world.now()));
        }
    },
    COORDINATOR_ASSIGNS {
        @Override
        void once(World world, Random chance) {
            world.hubs(directory -> directory.assign(chance, world.now()));
        }
    },
    COORDINATOR_REOPENS {
        @Override
        void once(World world, Random chance) {
            world.hubs(HubDirectory::reopen);
        }
    };

    private static final int NOW_AND_THEN = 5;
    private static final int SELDOM = 15;
    private static final List<Submission> SENT = List.of(
            ReferralFixtures.submission(),
            ReferralFixtures.submission("ONA-IV"),
            ReferralFixtures.submission("UPS", "ONA-IV"));

    abstract void once(World world, Random chance);

    void happen(World world, Random chance) {
        once(world, chance);
        if (chance.nextInt(NOW_AND_THEN) == 0) {
            once(world, chance);
        }
    }

    private static void several(Random chance, Runnable what) {
        for (var more = 1 + chance.nextInt(NOW_AND_THEN); more > 0; more--) {
            what.run();
        }
    }

    private static void amend(String what, World world, Random chance) {
        var weight = BigDecimal.valueOf(50 + chance.nextInt(50), 1);
        var facts = new RoutingFacts(LocalDate.of(2026, 7, 20), "2B", null, weight);
        var by = mostly(BASTIA, chance);
        world.tries(people ->
                people.referral().amended(new Amendment(what, "{}", "{}", facts, List.of()), by, world.now()));
    }

    private static Actor mostly(Actor usual, Random chance) {
        return chance.nextInt(SELDOM) == 0 ? any(People.ALL, chance) : usual;
    }

    /** The one that has the child, or now and then anybody. */
    private static Actor hub(World world, Random chance) {
        return mostly(world.holder(), chance);
    }

    private static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
