import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { Vault } from '../../../../platform/contracts/vault.ts'
import { changeEachDue, type DueChanges } from '../../../../platform/system/change-each-due.ts'
import { organizationsWith } from '../../../../platform/system/organizations-with.ts'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import { waitlistChanged } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { endEntry, passOffer } from '../model/waitlist-entry.ts'
import { listEntriesToEnd, listExpiredOffers, replaceEntry } from '../store/waitlist-entries.ts'
import { endOffer } from '../workflows/end-offer.ts'
import { offerTime } from '../workflows/offer-time.ts'
import { everything, planFreeTimes } from '../workflows/plan-free-times.ts'

/**
 * Ends offers that have expired and entries whose last day is over, and offers every free time that suits someone in line: also what a
 * process that ended, a released hold or a lost event has left.
 */
export const refillWaitlist = (due: DueChanges & { readonly vault: Vault }, ports: SchedulingPorts): DomainJob => ({
  name: 'scheduling.refill-waitlist',
  everySeconds: 60,
  run: async (now) => {
    await endExpiredOffers(due, ports, now)
    await endEntries(due, now)
    await offerFreeTimes(due, ports, now)
  },
})

const endExpiredOffers = (due: DueChanges, { slots, policy }: SchedulingPorts, now: Date): Promise<void> =>
  changeEachDue(due, now, {
    list: 'scheduling.due_offers',
    find: listExpiredOffers,
    idOf: ({ id }) => id,
    decide: (entry, { caller }) => ({
      ...endOffer(entry, passOffer(entry, policy.waitlist), 'expired', slots, caller.organizationId),
      answer: undefined,
    }),
  })

const endEntries = (due: DueChanges, now: Date): Promise<void> =>
  changeEachDue(due, now, {
    list: 'scheduling.due_entries',
    find: listEntriesToEnd,
    idOf: ({ id }) => id,
    decide: (entry) => {
      const after = endEntry(entry, entry.to <= now ? 'expired' : 'left')
      return { writes: [replaceEntry(after, entry)], events: [waitlistChanged(after)], answer: undefined }
    },
  })

/** Each offer is a change of its own: one that comes too late does not affect the others, and is decided again a minute later. */
const offerFreeTimes = async (
  { organizationIds, database, keep, vault }: DueChanges & { readonly vault: Vault },
  ports: SchedulingPorts,
  now: Date,
): Promise<void> => {
  const all = await organizationIds()
  const acrossOrganizations = database.reader({ domain: 'scheduling', organizationId: '' })
  for (const organizationId of await organizationsWith(acrossOrganizations, 'scheduling.waiting_entries', all, now)) {
    const context = {
      ...systemRequestContext('scheduling.timer', organizationId, now),
      vault,
      db: database.reader({ domain: 'scheduling', organizationId }),
    }
    for await (const offers of planFreeTimes(ports, context, everything))
      await Promise.all(
        offers.map((offer) =>
          keep(organizationId, now, (isRepeated) =>
            isRepeated ? { answer: undefined } : offerTime(offer, ports.slots, organizationId, now),
          ),
        ),
      )
  }
}
