import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { storeWrites } from '../../../../platform/database/changes/store-writes.ts'
import { versionConflict } from '../../problems.ts'
import { isInForce, type BillingPack } from '../../kernel/model/billing-pack.ts'
import { foldCompanyName } from '../../../../platform/names/fold-company-name.ts'
import type { BillingSettings } from '../../kernel/model/billing-settings.ts'
import { readFees, replaceFees } from '../store/fees.ts'
import { upsertPayer } from '../../kernel/store/payers.ts'
import { upsertSettings } from '../../kernel/store/settings.ts'

/** The payer id of self-pay. No clearinghouse knows it. */
export const selfPayId = 'SELF'

/**
 * Sets up billing for an organization: identity, payers and prices. For the command line and for tests. A repeat updates identity and
 * payers, and does not change prices that the organization has set. `today` is the organization's local date.
 */
export const setUpBilling = async (
  context: WriteContext,
  settings: BillingSettings,
  pack: BillingPack,
  today: string,
): Promise<void> => {
  await upsertSettings(context, settings)
  const payers = pack.payers.filter((payer) => isInForce(payer, today))
  for (const payer of payers)
    await upsertPayer(context, {
      name: payer.name,
      kind: payer.kind,
      payerId: payer.clearinghouseId ?? selfPayId,
      filingIndicator: payer.filingIndicator,
      timelyFilingDays: payer.timelyFilingDays,
      paysAs:
        payer.paymentNumber === undefined
          ? []
          : [{ identifier: payer.paymentNumber, name: foldCompanyName(payer.name) }],
    })
  if (!payers.some(({ kind }) => kind === 'self-pay'))
    await upsertPayer(context, {
      name: 'Self-pay',
      kind: 'self-pay',
      payerId: selfPayId,
      filingIndicator: 'ZZ',
      timelyFilingDays: 365,
      paysAs: [],
    })
  const { version } = await readFees(context.tx)
  if (version > 0) return
  const systemOf = new Map(pack.serviceCodes.map(({ code, codeSystem }) => [code, codeSystem]))
  const items = pack.fees.flatMap(({ code, chargeCents, effectiveFrom, effectiveTo, usualFor }) => {
    const codeSystem = systemOf.get(code)
    const isOver = effectiveTo !== null && effectiveTo <= today
    const isLicensed = codeSystem !== 'CPT' || settings.cptLicensed
    const fee = { code, chargeCents, from: effectiveFrom, ...(usualFor && { usualFor }) }
    return codeSystem && isLicensed && !isOver ? [{ codeSystem, ...fee }] : []
  })
  const { organizationId } = context.caller
  const write = replaceFees(organizationId, { items, version: version + 1 }, { version })
  if (!(await storeWrites(context.tx, organizationId, [write]))) throw versionConflict()
}
