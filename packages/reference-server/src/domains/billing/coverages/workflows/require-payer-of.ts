import type { components } from '@visitkit/contract'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { findPayer, type Payer } from '../../kernel/store/payers.ts'
import { subscriberMissing, unknownPayer } from '../../problems.ts'
import { requireMedicareReason } from '../model/medicare-reason.ts'
import { requireMedicareSubscriber } from '../model/medicare-subscriber.ts'
import { requireName } from '../model/require-name.ts'
import { requirePeriod } from '../model/require-period.ts'

/** The payer of a coverage that a person entered, or the reason why the coverage cannot be stored: the same rules for a new and a corrected one. */
export const requirePayerOf = async (db: AnyKysely, body: components['schemas']['AddCoverage']): Promise<Payer> => {
  const { relationship, order, from, to = null } = body
  requireName('/nameOnCard', body.nameOnCard)
  requireName('/subscriber/name', body.subscriber?.name)
  const payer = await findPayer(db, body.payerId)
  // Self-pay is the absence of coverage, so it cannot be added as one.
  if (payer === null || payer.kind === 'self-pay') throw unknownPayer()
  requireMedicareSubscriber({ payer, relationship })
  if (relationship !== 'self' && body.subscriber === undefined) throw subscriberMissing()
  requireMedicareReason({ order, payer }, body.medicareSecondaryReason)
  requirePeriod({ from, to })
  return payer
}
