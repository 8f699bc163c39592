import type { IntakeAnswer, PlaceLabOrder, ThreadTopic, Vital, WritePrescription } from '@visitkit/sdk'

/** A visit of the made-up past: everything that people said and did, and nothing that the server does by itself. */
export interface PastVisit {
  /** Usernames of people/lakeside.json. */
  readonly patient: string
  readonly practitioner: string
  /** Of the starter packs. */
  readonly visitType: string
  /** The first free time of that day or of the next on which the practitioner works. */
  readonly daysAgo: number
  readonly bookedDaysBefore: number
  readonly minutes: number
  readonly reason: string
  /** By questionnaire. */
  readonly answers: Readonly<Record<string, IntakeAnswer[]>>
  readonly note: {
    /** By section; the others stay as the server began them. */
    readonly sections: Readonly<Record<string, string>>
    readonly diagnoses: readonly string[]
    readonly vitals: readonly PastVital[]
    readonly service: { readonly codeSystem: 'HCPCS' | 'local'; readonly code: string }
  }
  readonly prescription?: Omit<WritePrescription, 'visitId' | 'pharmacyId' | 'acknowledgments'>
  readonly test?: {
    readonly order: PlaceLabOrder['tests'][number]
    readonly values: readonly PastValue[]
    readonly comment: string
  }
  readonly question?: {
    readonly topic: ThreadTopic
    readonly subject: string
    readonly text: string
    readonly answer: string
    readonly thanks: string
  }
}

export interface PastVital {
  readonly loinc: Vital['loinc']
  readonly value: number
  readonly unit: string
}

export interface PastValue {
  readonly loinc: string
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly range: string
  readonly flag: 'N' | 'L' | 'H'
}

export const pressure = (systolic: number, diastolic: number, pulse: number, kilograms: number): PastVital[] => [
  { loinc: '8480-6', value: systolic, unit: 'mm[Hg]' },
  { loinc: '8462-4', value: diastolic, unit: 'mm[Hg]' },
  { loinc: '8867-4', value: pulse, unit: '/min' },
  { loinc: '29463-7', value: kilograms, unit: 'kg' },
]
