import { nothingToDo, onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import type { Change } from '../../../platform/contracts/change.ts'
import { nextVisitChanged } from '../events.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { bookNext, reminderOf, type SummaryFacts } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import { listAcceptedProposals, listOpenProposals, replaceSummaryFacts } from '../store/summaries.ts'

/** A booking up to a month late still counts for the proposal; older proposals are ignored. Milliseconds. */
const lateBy = 60 * 86_400_000

/** The patient booked the proposed visit: no more reminders. */
export const onAppointmentBookedFulfillProposal = onEvents<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.fulfill-proposal-on-appointment-booked',
  {
    gather: async (page, _, { db, now }) => {
      const notBefore = new Date(now.getTime() - lateBy)
      const booked = page.map(({ data }) => data)
      const proposals = await listOpenProposals(db, page[0].organizationId, booked, notBefore)
      return proposals.length === 0 ? nothingToDo : proposals
    },
    decide: ({ data }, proposals) => {
      const latest = proposals.find(
        ({ patientId, next }) => patientId === data.patientId && next?.visitTypeId === data.visitTypeId,
      )
      return latest === undefined
        ? nothingToDo
        : changeTo({ ...bookNext(latest, data.appointmentId), remindAt: null }, latest)
    },
  },
)

interface LoadedProposals {
  readonly policy: FollowUpPolicy
  readonly proposals: readonly SummaryFacts[]
}

/** The booking of a proposal was cancelled: the proposal is open again. */
const reopen: PageSteps<
  'scheduling.appointment-cancelled' | 'scheduling.appointment-missed',
  FollowUpContext,
  LoadedProposals
> = {
  gather: async (page, { policy }, { db }) => {
    const appointmentIds = page.map(({ data }) => data.appointmentId)
    const proposals = await listAcceptedProposals(db, page[0].organizationId, appointmentIds)
    return proposals.length === 0 ? nothingToDo : { policy, proposals }
  },
  decide: ({ data }, { policy, proposals }, { now }) => {
    const before = proposals.find(({ next }) => next?.appointmentId === data.appointmentId)
    if (before === undefined) return nothingToDo
    const reopened = bookNext(before, null)
    return changeTo({ ...reopened, remindAt: reminderOf(reopened, policy, now) }, before)
  },
}

const changeTo = (after: SummaryFacts, before: SummaryFacts): Change<void> => ({
  writes: [replaceSummaryFacts(after, before)],
  events: [nextVisitChanged(after)],
  answer: undefined,
})

export const onAppointmentCancelledReopenProposal = [
  onEvents<FollowUpContext>()(
    ['scheduling.appointment-cancelled'],
    'follow_up.reopen-proposal-on-appointment-cancelled',
    reopen,
  ),
  onEvents<FollowUpContext>()(
    ['scheduling.appointment-missed'],
    'follow_up.reopen-proposal-on-appointment-missed',
    reopen,
  ),
]
