import { foldCompanyName } from '../../../../platform/names/fold-company-name.ts'
import type { RemittedClaim } from '../../kernel/model/remittance.ts'
import type { PayingPayer } from './origin-fault.ts'

/**
 * Whether a payer has forwarded a claim to another payer than the one that is awaited for what it left. Without one that is awaited the
 * patient would be billed, although another payer has the claim. What it names (NM1*TT) is the awaited payer's by name or id, and not
 * another payer's: crossover carriers have ids of their own. A payer that names no one is believed.
 */
export const forwardFault = (
  { status, forwardedTo }: Pick<RemittedClaim, 'status' | 'forwardedTo'>,
  next: { readonly payerId: string } | null,
  payers: readonly PayingPayer[],
): 'forwarded-elsewhere' | null => {
  if (status !== 'forwarded') return null
  if (next === null) return 'forwarded-elsewhere'
  if (forwardedTo === undefined) return null
  const { name, id } = forwardedTo
  const isNamed = (payer: PayingPayer): boolean =>
    (id !== null && payer.payerId === id) ||
    (name !== null &&
      [payer.name, ...payer.paysAs.map((signature) => signature.name)].some(
        (known) => foldCompanyName(known) === foldCompanyName(name),
      ))
  const named = payers.filter(isNamed)
  return named.length > 0 && named.every((payer) => payer.id === next.payerId) ? null : 'forwarded-elsewhere'
}
