package fr.genereferral.referral.histories;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Asking;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.WishReason;
import java.util.List;
import java.util.Random;

/** What may happen to one referral. Whoever does it is mostly the one who may, and does it twice now and then. */
enum Kind implements Happening {
    TIME_PASSES {
        @Override
        void once(Case it, Random chance) {
            // As it does with every step.
        }
    },
    SUBMIT {
        @Override
        void once(Case it, Random chance) {
            it.send(chance.nextInt(6) == 0, mostly(it.sender(), chance), chance);
        }
    },
    SAVE_DRAFT {
        @Override
        void once(Case it, Random chance) {
            it.tries(people -> {
                people.referral().demandDraft(it.sender());
                people.referral().saved(it.now());
            });
        }
    },
    ADD_FACTS {
        @Override
        void once(Case it, Random chance) {
            it.addFacts(it.speaker(chance), chance);
        }
    },
    SETTLE_FACT {
        @Override
        void once(Case it, Random chance) {
            it.settleFact(it.speaker(chance), chance);
        }
    },
    CHANGE_WISHES {
        @Override
        void once(Case it, Random chance) {
            var declined = HubDirectory.HUBS.stream()
                    .filter(hub -> chance.nextInt(3) == 0)
                    .map(hub -> new FamilyWishes.Wish(hub, WishReason.JOURNEY))
                    .toList();
            var by = mostly(it.sender(), chance);
            it.tries(people -> people.referral().wished(new FamilyWishes(null, declined), by, it.now()));
        }
    },
    CORRECT_IDENTITY {
        @Override
        void once(Case it, Random chance) {
            var another = chance.nextInt(4) == 0;
            var by = mostly(it.sender(), chance);
            it.tries(people -> people.referral().identityCorrected("OTHER", another, by, it.now()));
        }
    },
    WITHDRAW {
        @Override
        void once(Case it, Random chance) {
            var reason = any(People.REASONS, chance);
            var by = mostly(it.sender(), chance);
            it.tries(people -> people.referral().withdraw(reason, by, it.now()));
        }
    },
    WITHDRAW_CONSENT {
        @Override
        void once(Case it, Random chance) {
            it.tries(people -> people.referral().withdraw("CONSENT_WITHDRAWN", it.sender(), it.now()));
        }
    },
    ENTERED_IN_ERROR {
        @Override
        void once(Case it, Random chance) {
            it.tries(people -> people.referral().withdraw("ENTERED_IN_ERROR", it.sender(), it.now()));
        }
    },
    CONFIRM_CANCELLATION {
        @Override
        void once(Case it, Random chance) {
            var by = any(People.ALL, chance);
            it.tries(people -> {
                var hub = new InCharge(people.referral());
                if (by.equals(People.COORDINATOR)) {
                    hub.confirmForTheHub(by, it.now());
                } else {
                    hub.confirmCancellation(by, it.now());
                }
            });
        }
    },
    REFUSE_CANCELLATION {
        @Override
        void once(Case it, Random chance) {
            var by = hub(it, chance);
            var reason = any(People.REFUSALS, chance);
            it.tries(people ->
                    new InCharge(people.referral()).refuseCancellation(reason, People.REFUSALS, by, it.now()));
        }
    },
    ASK {
        @Override
        void once(Case it, Random chance) {
            var by = chance.nextBoolean() ? hub(it, chance) : any(People.ALL, chance);
            it.tries(people -> people.ask(by, it.now()));
        }
    },
    CONVERSE {
        @Override
        void once(Case it, Random chance) {
            var by = mostly(it.sender(), chance);
            var action = any(List.of(Asking.Action.values()), chance);
            var number = chance.nextInt(8);
            it.tries(people -> people.converse(number, action, by, it.now()));
        }
    },
    MEETING {
        @Override
        void once(Case it, Random chance) {
            var by = chance.nextBoolean() ? hub(it, chance) : People.COORDINATOR;
            var decision = any(List.of(Decision.values()), chance);
            var overruled = RulesService.CRITERIA.stream()
                    .filter(criterion -> chance.nextInt(NOW_AND_THEN) > 0)
                    .toArray(String[]::new);
            it.tries(people -> People.decide(people.referral(), decision, by, it.now(), overruled));
        }
    },
    BEGIN_CARE {
        @Override
        void once(Case it, Random chance) {
            var by = hub(it, chance);
            it.tries(people -> new InCharge(people.referral()).beginCare(Paris.dayOf(it.now()), by, it.now()));
        }
    },
    REPORT_OUTCOME {
        @Override
        void once(Case it, Random chance) {
            var by = hub(it, chance);
            it.tries(people -> People.report(people.referral(), by, it.now()));
        }
    },
    SUSPECT_DUPLICATE {
        @Override
        void once(Case it, Random chance) {
            it.tries(people -> people.referral().duplicateSuspected(Actor.platform("referral-service"), it.now()));
        }
    },
    RULES_HEAR {
        @Override
        void once(Case it, Random chance) {
            several(chance, () -> it.rulesHear(chance));
        }
    },
    RULES_JUDGE_AGAIN {
        @Override
        void once(Case it, Random chance) {
            it.rulesJudgeAgain(chance);
        }
    },
    JUDGEMENT_ARRIVES {
        @Override
        void once(Case it, Random chance) {
            several(chance, () -> it.judgementArrives(chance));
        }
    },
    HUBS_HEAR {
        @Override
        void once(Case it, Random chance) {
            several(chance, it::hubsHear);
        }
    },
    PLACEMENT_ARRIVES {
        @Override
        void once(Case it, Random chance) {
            several(chance, () -> it.placementArrives(chance));
        }
    },
    HUB_SEES {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.see(it.now()));
        }
    },
    HUB_ACCEPTS {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.accept(chance, it.now()));
        }
    },
    HUB_DECLINES {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.decline(chance, it.now()));
        }
    },
    OFFER_EXPIRES {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.expire(it.now()));
        }
    },
    ACCREDITATION_ENDS {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.loseAccreditation(it.now()));
        }
    },
    HUB_GIVES_BACK {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.giveBack(chance, it.now()));
        }
    },
    COORDINATOR_ASSIGNS {
        @Override
        void once(Case it, Random chance) {
            it.hubs(directory -> directory.assign(chance, it.now()));
        }
    },
    COORDINATOR_REOPENS {
        @Override
        void once(Case it, Random chance) {
            it.hubs(HubDirectory::reopen);
        }
    };

    private static final int NOW_AND_THEN = 5;
    private static final int SELDOM = 15;

    abstract void once(Case it, Random chance);

    @Override
    public void happen(World world, Random chance) {
        var it = world.one(chance);
        once(it, chance);
        if (chance.nextInt(NOW_AND_THEN) == 0) {
            once(it, chance);
        }
    }

    private static void several(Random chance, Runnable what) {
        for (var more = 1 + chance.nextInt(NOW_AND_THEN); more > 0; more--) {
            what.run();
        }
    }

    static Actor mostly(Actor usual, Random chance) {
        return chance.nextInt(SELDOM) == 0 ? any(People.ALL, chance) : usual;
    }

    /** The one that has the child, or now and then anybody. */
    private static Actor hub(Case it, Random chance) {
        return mostly(it.holder(), chance);
    }

    static <T> T any(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }
}
