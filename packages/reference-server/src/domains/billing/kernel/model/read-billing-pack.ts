import type {
  BillingPack,
  CodeRange,
  Dated,
  PackFee,
  PackModifiers,
  PackPayer,
  PackServiceCode,
  RefusedCodes,
  TelehealthRule,
} from './billing-pack.ts'
import { isCptShaped } from './code-systems.ts'

/** The files of `packs/billing`, parsed. */
export interface BillingPackFiles {
  readonly payers: { readonly rows: readonly PackPayer[] }
  readonly telehealthRules: { readonly rows: readonly TelehealthRule[]; readonly retired: readonly RefusedCodes[] }
  readonly serviceCodes: { readonly rows: readonly PackServiceCode[] }
  readonly fees: { readonly rows: readonly PackFee[] }
  readonly modifiers: { readonly rows: readonly PackModifiers[] }
}

/** Merges the files of `packs/billing`. Throws, listing each fault: an invalid rule must not decide about money. */
export const readBillingPack = ({
  payers,
  telehealthRules,
  serviceCodes,
  fees,
  modifiers,
}: BillingPackFiles): BillingPack => {
  const pack: BillingPack = {
    payers: payers.rows,
    telehealthRules: telehealthRules.rows,
    retiredCodes: telehealthRules.retired,
    serviceCodes: serviceCodes.rows,
    fees: fees.rows,
    modifiers: modifiers.rows,
  }
  const faults = [
    ...datedFaults('payers.json', pack.payers, ({ id }) => id),
    ...datedFaults('telehealth-rules.json', pack.telehealthRules, ({ payer }) => payer),
    ...datedFaults('telehealth-rules.json, retired', pack.retiredCodes, ({ codes }) => codes[0]?.from ?? ''),
    ...datedFaults('service-codes.json', pack.serviceCodes, ({ code }) => code),
    ...datedFaults('fees.json', pack.fees, ({ code }) => code),
    ...datedFaults('modifiers.json', pack.modifiers, ({ codes }) => codes[0] ?? ''),
    ...pack.modifiers.flatMap(({ codes }) =>
      codes.filter((code) => !/^[A-Z0-9]{2}$/.test(code)).map((code) => `modifiers.json: ${code} is no modifier.`),
    ),
    ...pack.payers.flatMap(payerFaults),
    ...pack.telehealthRules.flatMap((rule) => ruleFaults(rule, pack)),
    ...pack.payers
      .filter(({ id, kind }) => kind !== 'self-pay' && !pack.telehealthRules.some(({ payer }) => payer === id))
      .map(({ id }) => `telehealth-rules.json has no rule for ${id}.`),
    ...pack.retiredCodes.flatMap((refused) => refusedFaults(refused, 'retired')),
    ...pack.serviceCodes
      .filter(({ code }) => isCptShaped(code))
      .map(({ code }) => `service-codes.json ships ${code}, which looks like CPT: its codes are licensed.`),
    ...pack.fees.flatMap((fee) => feeFaults(fee, pack)),
  ]
  if (faults.length > 0) throw new Error(`packs/billing cannot be used:\n- ${faults.join('\n- ')}`)
  return pack
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Each row has a source and valid dates, and no two rows of the same key are valid on the same day. */
const datedFaults = <Row extends Dated>(
  file: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly string[] => {
  const wrong = rows
    .filter(
      ({ effectiveFrom, effectiveTo, source }) =>
        !day.test(effectiveFrom) ||
        (effectiveTo !== null && (!day.test(effectiveTo) || effectiveTo <= effectiveFrom)) ||
        source === '',
    )
    .map((row) => `${file}: a row of ${nameOf(row)} lacks a source or a span of days.`)
  const byName = Map.groupBy(rows, nameOf)
  const overlapping = [...byName].flatMap(([name, same]) => {
    const ordered = [...same].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    return ordered.some((row, index) => {
      const next = ordered[index + 1]
      return next !== undefined && (row.effectiveTo === null || next.effectiveFrom < row.effectiveTo)
    })
      ? [`${file}: two rows of ${name} hold on the same day.`]
      : []
  })
  return [...wrong, ...overlapping]
}

const payerFaults = (payer: PackPayer): readonly string[] => [
  ...(payer.kind === 'self-pay' || /^[A-Z0-9]{2,15}$/.test(payer.clearinghouseId ?? '')
    ? []
    : [`payers.json: ${payer.id} has no id at the clearinghouse.`]),
  ...(Number.isInteger(payer.timelyFilingDays) && payer.timelyFilingDays > 0
    ? []
    : [`payers.json: ${payer.id} has no days of timely filing.`]),
  ...(payer.paymentNumber === undefined || /^[A-Z0-9]{1,30}$/i.test(payer.paymentNumber)
    ? []
    : [`payers.json: ${payer.id} has no number of its payments (TRN03).`]),
]

const ruleFaults = (rule: TelehealthRule, { payers }: BillingPack): readonly string[] => [
  ...(payers.some(({ id }) => id === rule.payer) ? [] : [`telehealth-rules.json: no payer is ${rule.payer}.`]),
  ...[...rule.videoModifiers, ...rule.audioModifiers, ...rule.behavioralAudioModifiers]
    .filter((modifier) => !/^[A-Z0-9]{2}$/.test(modifier))
    .map((modifier) => `telehealth-rules.json: ${rule.payer} has ${modifier} as a modifier.`),
  ...datedFaults(`telehealth-rules.json, ${rule.payer}`, rule.refused, ({ codes }) => codes[0]?.from ?? ''),
  ...rule.refused.flatMap((refused) => refusedFaults(refused, rule.payer)),
]

const kinds: readonly string[] = ['code', 'office-visit', 'behavioral-health', 'none']

/** `instead` is a person's only hint: the elements write it in the reader's language. */
const refusedFaults = ({ codes, instead }: RefusedCodes, where: string): readonly string[] => [
  ...codes.flatMap((range) => rangeFaults(range, where)),
  ...(kinds.includes(instead?.kind) && (instead.kind === 'code') === /^[A-Z0-9]{5}$/.test(instead.code ?? '')
    ? []
    : [`telehealth-rules.json, ${where}: ${codes[0]?.from ?? ''} does not say what to bill instead.`]),
]

const rangeFaults = ({ from, to }: CodeRange, where: string): readonly string[] =>
  from.length === 5 && to.length === 5 && from <= to
    ? []
    : [`telehealth-rules.json, ${where}: ${from} to ${to} is no run of codes.`]

const feeFaults = ({ code, chargeCents }: PackFee, { serviceCodes }: BillingPack): readonly string[] => [
  ...(serviceCodes.some((each) => each.code === code) ? [] : [`fees.json: ${code} is no code of service-codes.json.`]),
  ...(Number.isSafeInteger(chargeCents) && chargeCents >= 0 ? [] : [`fees.json: ${code} has no price in cents.`]),
]
