import type { components } from '@visitkit/contract'

type ClaimField = components['schemas']['ClaimField']

/** The first that matches applies. A pointer may begin with that of a claim in a file, e.g. `/claims/0`. */
const fields: readonly (readonly [pointer: RegExp, field: ClaimField])[] = [
  [/\/billingProvider\/organizationName$/, 'billing-name'],
  [/\/billingProvider\/npi$/, 'billing-npi'],
  [/\/billingProvider\/taxId\//, 'billing-tax-id'],
  [/\/billingProvider\/taxonomy$/, 'billing-taxonomy'],
  [/\/billingProvider\/address\//, 'billing-address'],
  [/Provider\/name\//, 'practitioner-name'],
  [/Provider\/npi$/, 'practitioner-npi'],
  [/Provider\/taxonomy$/, 'practitioner-taxonomy'],
  [/\/subscriber\/name\//, 'insured-name'],
  [/\/subscriber\/address\//, 'insured-address'],
  [/\/subscriber\/birthDay$/, 'insured-birth-date'],
  [/\/subscriber\/memberId$/, 'member-number'],
  [/\/subscriber\/groupNumber$/, 'group-number'],
  [/\/dependent\/name\//, 'patient-name'],
  [/\/dependent\/address\//, 'patient-address'],
  [/\/dependent\/birthDay$/, 'patient-birth-date'],
  [/\/payer\/(?:name|id)$/, 'payer'],
  [/\/insuranceType$/, 'medicare-reason'],
  [/\/priorAuthorization$/, 'prior-authorization'],
  [/\/diagnoses(?:\/\d+)?$/, 'diagnoses'],
  [/\/lines$/, 'services'],
  [/\/serviceCode$/, 'service-code'],
  [/\/serviceDay$/, 'service-date'],
  [/\/modifiers(?:\/\d+)?$/, 'modifiers'],
  [/\/units$/, 'units'],
  [/\/chargeCents$/, 'charge'],
  [/\/(?:controlNumber|payerClaimNumber|fileReference|traceNumber)$/, 'claim-number'],
  [/\/account\//, 'clearinghouse-account'],
]

/** The part of a claim at a JSON Pointer of the 837P writer. */
export const claimFieldAt = (pointer: string): ClaimField =>
  fields.find(([shape]) => shape.test(pointer))?.[1] ?? 'other'
