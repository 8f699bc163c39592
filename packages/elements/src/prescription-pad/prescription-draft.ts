import type {
  Directions,
  DoseUnit,
  FavoritePrescription,
  CreateFavorite,
  Medication,
  MedicationRoute,
  Pharmacy,
  Prescription,
  PrescriptionAlert,
  PrescriptionPattern,
  WritePrescription,
} from '@visitkit/sdk'
import { ranges, readInteger } from './integers.ts'

/** The fields of the form: text as it is typed, and selections. Immutable: changes create a copy. */
export interface PrescriptionDraft {
  readonly medication: Medication
  readonly dose: string
  readonly doseUnit: DoseUnit
  readonly route: MedicationRoute
  readonly every: 'timesPerDay' | 'everyHours'
  readonly often: string
  /** Empty: until it is stopped. */
  readonly days: string
  readonly asNeededFor: string
  /** Empty: no maximum. */
  readonly maximum: string
  readonly maximumHours: string
  readonly note: string
  /** Null while the suggested quantity is used. */
  readonly quantity: string | null
  readonly daysSupply: string | null
  readonly refills: string
  readonly substitutionAllowed: boolean
  readonly diagnosisCode: string
  readonly pharmacy: Pharmacy | null
  readonly noteToPharmacist: string
  readonly alerts: readonly PrescriptionAlert[]
  /** By alert id. */
  readonly reasons: ReadonlyMap<string, string>
}

/** Days of supply of a medication without an end. */
const defaultSupplyDays = 30

/** Parses a number above 0 with a point or a comma; null when it is not valid. */
export const readAmount = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value > 0 ? value : null
}

/** The unit of the quantity. */
export const defaultUnit = ({ quantityUnit }: Medication): DoseUnit => quantityUnit.unit

/** The unit in which doses of the medication are usually given. */
export const usualDoseUnit = ({ doseUnits, quantityUnit }: Medication): DoseUnit =>
  doseUnits?.[0]?.unit ?? quantityUnit.unit

/** How many dose units make one unit of the quantity; null if that is not known. */
const perQuantityUnit = ({ quantityUnit, doseUnits }: Medication, doseUnit: DoseUnit): number | null =>
  doseUnit === quantityUnit.unit ? 1 : (doseUnits?.find(({ unit }) => unit === doseUnit)?.perQuantityUnit ?? null)

export const newDraft = (medication: Medication): PrescriptionDraft => ({
  medication,
  dose: '1',
  doseUnit: usualDoseUnit(medication),
  route: medication.route,
  every: 'timesPerDay',
  often: '1',
  days: '',
  asNeededFor: '',
  maximum: '',
  maximumHours: '24',
  note: '',
  quantity: null,
  daysSupply: null,
  refills: '0',
  substitutionAllowed: true,
  diagnosisCode: '',
  pharmacy: null,
  noteToPharmacist: '',
  alerts: [],
  reasons: new Map(),
})

/** The fields that a prescription and a favorite have in common. */
const sharedFields = (one: Omit<PrescriptionPattern, 'rxcui'> & Pick<FavoritePrescription, 'medication'>) => {
  const { dose, doseUnit, route, timing, days, asNeededFor, maximum, note } = one.directions
  return {
    medication: one.medication,
    dose: String(dose),
    doseUnit,
    route,
    every: 'timesPerDay' in timing ? 'timesPerDay' : 'everyHours',
    often: String('timesPerDay' in timing ? timing.timesPerDay : timing.everyHours),
    days: days ? String(days) : '',
    asNeededFor: asNeededFor ?? '',
    maximum: maximum ? String(maximum.dose) : '',
    maximumHours: String(maximum?.hours ?? 24),
    note: note ?? '',
    quantity: String(one.quantity),
    daysSupply: String(one.daysSupply),
    refills: String(one.refills),
    substitutionAllowed: one.substitutionAllowed,
    noteToPharmacist: one.noteToPharmacist ?? '',
  } satisfies Partial<PrescriptionDraft>
}

/** The fields for a stored draft. */
export const draftFromPrescription = (one: Prescription): PrescriptionDraft => ({
  ...sharedFields(one),
  diagnosisCode: one.diagnosisCode ?? '',
  pharmacy: one.pharmacy,
  alerts: one.alerts,
  reasons: new Map(one.acknowledgments.map(({ alertId, reason }) => [alertId, reason])),
})

/** The fields for a prescription that is for no patient yet. */
export const draftFromPattern = (medication: Medication, pattern: PrescriptionPattern): PrescriptionDraft => ({
  ...newDraft(medication),
  ...sharedFields({ ...pattern, medication }),
})

/** The fields for a favorite. Pharmacy and alerts depend on the patient. */
export const draftFromFavorite = (one: FavoritePrescription): PrescriptionDraft => ({
  ...newDraft(one.medication),
  ...sharedFields(one),
})

export const suggestedSupply = ({ days }: PrescriptionDraft): number =>
  readInteger(days, ranges.days) ?? defaultSupplyDays

/** Dose times doses a day times days, rounded up to whole units of the quantity; null where the two cannot be compared. */
export const suggestedQuantity = (draft: PrescriptionDraft): number | null => {
  const dose = readAmount(draft.dose)
  const often = readInteger(draft.often, ranges.often)
  const per = perQuantityUnit(draft.medication, draft.doseUnit)
  if (dose === null || often === null || per === null) return null
  const aDay = dose * (draft.every === 'timesPerDay' ? often : 24 / often)
  const maximum = readMaximum(draft)
  const atMost = maximum ? (maximum.dose * 24) / maximum.hours : aDay
  const supply =
    draft.daysSupply === null
      ? suggestedSupply(draft)
      : (readInteger(draft.daysSupply, ranges.daysSupply) ?? suggestedSupply(draft))
  return Math.ceil((Math.min(aDay, atMost) * Math.min(supply, readInteger(draft.days, ranges.days) ?? supply)) / per)
}

/** Fields with a fault, by name, in the order of the form. */
export type FaultyField =
  | 'dose'
  | 'often'
  | 'days'
  | 'maximum'
  | 'maximumHours'
  | 'quantity'
  | 'daysSupply'
  | 'refills'
  | 'pharmacy'
  | `reason-${string}`

export const validatePrescription = (draft: PrescriptionDraft): readonly FaultyField[] => {
  const quantity = draft.quantity === null ? suggestedQuantity(draft) : readAmount(draft.quantity)
  const checks: readonly (readonly [boolean, FaultyField])[] = [
    [readAmount(draft.dose) === null, 'dose'],
    [readInteger(draft.often, ranges.often) === null, 'often'],
    [draft.days.trim() !== '' && readInteger(draft.days, ranges.days) === null, 'days'],
    [draft.maximum.trim() !== '' && readAmount(draft.maximum) === null, 'maximum'],
    [draft.maximum.trim() !== '' && readInteger(draft.maximumHours, ranges.maximumHours) === null, 'maximumHours'],
    [quantity === null, 'quantity'],
    [draft.daysSupply !== null && readInteger(draft.daysSupply, ranges.daysSupply) === null, 'daysSupply'],
    [readInteger(draft.refills, ranges.refills) === null, 'refills'],
    ...draft.alerts.map(({ id }) => [(draft.reasons.get(id) ?? '').trim().length < 3, `reason-${id}`] as const),
    [draft.pharmacy === null, 'pharmacy'],
  ]
  return checks.filter(([isFaulty]) => isFaulty).map(([, field]) => field)
}

/** The same, before it is saved. Alerts about directions and quantity are raised again then, so these need no reason if they have changed. */
export const validateUnsaved = (draft: PrescriptionDraft): readonly FaultyField[] =>
  validatePrescription({
    ...draft,
    alerts: draft.alerts.filter(({ kind }) => kind !== 'directions-unfit' && kind !== 'quantity-unchecked'),
  })

/** Null without a maximum, and while it cannot be parsed. */
const readMaximum = (draft: PrescriptionDraft): Directions['maximum'] | null => {
  const dose = readAmount(draft.maximum)
  const hours = readInteger(draft.maximumHours, ranges.maximumHours)
  return dose === null || hours === null ? null : { dose, hours }
}

/** The directions, if they can be parsed; null while a number is missing. */
export const directionsFromDraft = (draft: PrescriptionDraft): Directions | null => {
  const dose = readAmount(draft.dose)
  const often = readInteger(draft.often, ranges.often)
  if (dose === null || often === null) return null
  const days = readInteger(draft.days, ranges.days)
  const asNeededFor = draft.asNeededFor.trim()
  const maximum = readMaximum(draft)
  const note = draft.note.trim()
  return {
    dose,
    doseUnit: draft.doseUnit,
    route: draft.route,
    timing: draft.every === 'timesPerDay' ? { timesPerDay: often } : { everyHours: often },
    ...(days && { days }),
    ...(asNeededFor && { asNeededFor }),
    ...(maximum && { maximum }),
    ...(note && { note }),
  }
}

/** The request body; null while a number is missing. */
export const prescriptionBody = (draft: PrescriptionDraft, visitId: string | undefined): WritePrescription | null => {
  const directions = directionsFromDraft(draft)
  const quantity = draft.quantity === null ? suggestedQuantity(draft) : readAmount(draft.quantity)
  const refills = readInteger(draft.refills, ranges.refills)
  if (!directions || quantity === null || refills === null) return null
  const noteToPharmacist = draft.noteToPharmacist.trim()
  return {
    ...(visitId && { visitId }),
    rxcui: draft.medication.rxcui,
    directions,
    quantity,
    daysSupply:
      draft.daysSupply === null
        ? suggestedSupply(draft)
        : (readInteger(draft.daysSupply, ranges.daysSupply) ?? suggestedSupply(draft)),
    refills,
    substitutionAllowed: draft.substitutionAllowed,
    ...(draft.diagnosisCode && { diagnosisCode: draft.diagnosisCode }),
    ...(draft.pharmacy && { pharmacyId: draft.pharmacy.id }),
    ...(noteToPharmacist && { noteToPharmacist }),
    acknowledgments: draft.alerts.flatMap(({ id }) => {
      const reason = (draft.reasons.get(id) ?? '').trim()
      return reason.length >= 3 ? [{ alertId: id, reason }] : []
    }),
  }
}

/** What a draft prescribes, without patient data. Null while a number is missing. */
export const patternFromDraft = (draft: PrescriptionDraft): PrescriptionPattern | null => {
  const body = prescriptionBody(draft, undefined)
  if (!body) return null
  const { rxcui, directions, quantity, daysSupply, refills, substitutionAllowed, noteToPharmacist } = body
  return {
    ...{ rxcui, directions, quantity, daysSupply, refills, substitutionAllowed },
    ...(noteToPharmacist && { noteToPharmacist }),
  }
}

/** The favorite of a draft under a name. Null while a number is missing. */
export const favoriteFromDraft = (draft: PrescriptionDraft, name: string): CreateFavorite | null => {
  const pattern = patternFromDraft(draft)
  return pattern && { name, ...pattern }
}

/** The faults of a draft that is for no patient: where it goes and what to consider is decided for each. */
export const validatePattern = (draft: PrescriptionDraft): readonly FaultyField[] =>
  validatePrescription({ ...draft, alerts: [] }).filter((field) => field !== 'pharmacy')
