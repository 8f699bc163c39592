import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { CheckoutState } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import { patientPayment } from '../../kernel/model/account-ledger.ts'
import { allocatePayment } from '../model/allocate.ts'
import { accountAsGathered, readAccount, type Account } from '../store/accounts.ts'
import { replacePayment, type Payment } from '../store/payments.ts'
import { listDueVisits } from '../store/visit-accounts.ts'
import { moveMoney, type MoneyMoved } from './move-money.ts'

/** The state of a checkout at the processor, current or from a late report. */
export interface CheckoutStatusUpdate {
  readonly state: CheckoutState
  readonly paymentReference: string | null
}

const statusAfter = (status: Payment['status'], state: CheckoutState): Payment['status'] | null => {
  // A paid payment stays paid, whatever an older report says. That it was paid after all is accepted at any time.
  if (status === 'paid') return null
  if (state === 'paid') return 'paid'
  if (status === 'declined' || status === 'expired') return null
  if (state === 'failed') return 'declined'
  if (state === 'expired') return 'expired'
  return state === 'processing' && status === 'open' ? 'processing' : null
}

/** A payment, and what decides where its money goes. */
export interface LoadedPayment {
  readonly payment: Payment
  readonly account: Account
  readonly due: Awaited<ReturnType<typeof listDueVisits>>
}

export const gatherAccountOf = async (db: AnyKysely, payment: Payment): Promise<LoadedPayment> => {
  const { patientId } = payment
  const [account, due] = await Promise.all([readAccount(db, patientId), listDueVisits(db, patientId)])
  return { payment, account, due }
}

/**
 * The change of a payment to the state at the processor. The money is posted once, when it has arrived, regardless of the number and order
 * of reports. Conditional: the payment, and if money moves the patient's account, are as gathered.
 */
export const settlePayment = (
  context: DecideContext,
  { payment: before, account, due }: LoadedPayment,
  update: CheckoutStatusUpdate,
): MoneyMoved => {
  const status = statusAfter(before.status, update.state)
  if (status === null) return { writes: [], events: [] }
  const { id: paymentId, patientId, amountCents } = before
  context.access.touch(patientId)
  const after: Payment = {
    ...before,
    status,
    paymentReference: update.paymentReference ?? before.paymentReference,
    paidAt: status === 'paid' ? context.now : null,
  }
  const settling = replacePayment(after, before)
  if (status !== 'paid') return { writes: [settling], events: [accountChanged(patientId)] }
  const moves = allocatePayment(amountCents, due).map(({ visitId, cents }) => ({
    ...{ visitId, paymentId, movements: patientPayment(cents) },
  }))
  const money = moveMoney(context, patientId, moves)
  return { writes: [settling, accountAsGathered(patientId, account), ...money.writes], events: money.events }
}
