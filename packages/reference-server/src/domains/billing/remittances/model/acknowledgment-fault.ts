import type { AcknowledgedStatus, FileAcknowledgment } from '../../../../vendors/clearinghouse/acknowledgment.ts'
import { meaningOf } from '../../kernel/model/status-inquiry.ts'
import { contradict } from './contradicting-statuses.ts'
import type { HeldFault } from './fault-of-file.ts'

/** What an acknowledgment may say about a claim. A decision of the payer is none of it. */
const acknowledging: ReadonlySet<string> = new Set(['received', 'returned', 'not-found'])

/**
 * Why the statuses of one claim (277CA) are not used: a category is not known, or an action (STC03), a category and another status exclude
 * each other. A claim that is accepted has no rejected line; a claim that is rejected may have lines that are right. Null if they agree.
 */
export const faultOfStatuses = (statuses: readonly AcknowledgedStatus[]): HeldFault | null => {
  if (statuses.some(({ category }) => !acknowledging.has(meaningOf(category)))) return 'code'
  const own = statuses.filter(({ isOfLine }) => !isOfLine)
  const contradicts =
    statuses.some((each) => each.action !== null && (each.action === 'accept') !== isReceipt(each)) ||
    contradict(own) ||
    (own.every(isReceipt) && !statuses.every(isReceipt))
  return contradicts ? 'answer_contradictory' : null
}

const isReceipt = ({ category }: AcknowledgedStatus): boolean => meaningOf(category) === 'received'

/**
 * Why a 999 is not used: what it says of the group (AK9) contradicts what it says of the sets (IK5), or its own counts. A group with a
 * fault of its own (AK905) is rejected with sets that are right. Accepted sets need not be listed.
 */
export const faultOfSets = ({
  outcome,
  receivedSets: received,
  acceptedSets: accepted,
  codes,
  sets,
}: FileAcknowledgment): HeldFault | null => {
  const rejectedHere = sets.filter((set) => set.outcome === 'rejected').length
  const acceptedHere = sets.length - rejectedHere
  const areCounted = received !== null && accepted !== null
  const isEvery = areCounted && accepted === received
  const fits: Readonly<Record<FileAcknowledgment['outcome'], boolean>> = {
    accepted: rejectedHere === 0 && (!areCounted || isEvery),
    'accepted-with-faults': rejectedHere === 0 && (!areCounted || isEvery),
    'partially-accepted': (sets.length === 0 || rejectedHere > 0) && !isEvery,
    rejected: (codes.length > 0 || acceptedHere === 0) && (accepted ?? 0) === 0,
  }
  const areTooMany = areCounted && (rejectedHere > received - accepted || sets.length > received)
  return fits[outcome] && !areTooMany ? null : 'answer_contradictory'
}
