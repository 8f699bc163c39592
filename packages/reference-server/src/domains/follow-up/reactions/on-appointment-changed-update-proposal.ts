import { nothingToDo, onEvent, type EventSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import { nextVisitChanged } from '../events.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { bookNext, reminderOf } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import {
  hasProposalFor,
  lockProposalFor,
  lockAcceptedProposal,
  updateSummaryStatement,
  type ProposalOf,
} from '../store/summaries.ts'

/** A booking up to a month late still counts for the proposal; older proposals are ignored. Milliseconds. */
const lateBy = 60 * 86_400_000

const proposalOf = ({ data }: DomainEvent<'scheduling.appointment-booked'>, now: Date): ProposalOf => ({
  patientId: data.patientId,
  visitTypeId: data.visitTypeId,
  notBefore: new Date(now.getTime() - lateBy),
})

/** The patient booked the proposed visit: no more reminders. */
export const onAppointmentBookedFulfillProposal = onEvent<FollowUpContext>()(
  ['scheduling.appointment-booked'],
  'follow_up.fulfill-proposal-on-appointment-booked',
  {
    gather: async (event, _, { db, now }) =>
      (await hasProposalFor(db, event.organizationId, proposalOf(event, now))) ? undefined : nothingToDo,
    keep: async (event, _, context) => {
      const { data } = event
      const { tx, now, emit, defer } = context
      const before = await lockProposalFor(tx, context, proposalOf(event, now))
      if (before === null) return
      const after = { ...bookNext(before, data.appointmentId), remindAt: null }
      defer(await updateSummaryStatement(tx, context, after))
      await emit(nextVisitChanged(after))
    },
  },
)

/** The booking of a proposal was cancelled: the proposal is open again. */
const reopen: EventSteps<
  'scheduling.appointment-cancelled' | 'scheduling.appointment-missed',
  FollowUpContext,
  FollowUpPolicy
> = {
  gather: async (_, { policy }) => policy,
  keep: async ({ data }, policy, context) => {
    const { tx, now, emit, defer } = context
    const before = await lockAcceptedProposal(tx, context, data.appointmentId)
    if (before === null) return
    const reopened = bookNext(before, null)
    const after = { ...reopened, remindAt: reminderOf(reopened, policy, now) }
    defer(await updateSummaryStatement(tx, context, after))
    await emit(nextVisitChanged(after))
  },
}

export const onAppointmentCancelledReopenProposal = [
  onEvent<FollowUpContext>()(
    ['scheduling.appointment-cancelled'],
    'follow_up.reopen-proposal-on-appointment-cancelled',
    reopen,
  ),
  onEvent<FollowUpContext>()(
    ['scheduling.appointment-missed'],
    'follow_up.reopen-proposal-on-appointment-missed',
    reopen,
  ),
]
