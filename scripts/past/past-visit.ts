import type { IntakeAnswer, PlaceLabOrder, ThreadTopic, Vital, WritePrescription } from '@visitkit/sdk'

/** A visit of the generated history: everything that people do, and nothing that the server does automatically. */
export interface PastVisit {
  /** Usernames of people/lakeside.json. */
  readonly patient: string
  readonly practitioner: string
  /** Of the starter packs. */
  readonly visitType: string
  /** The first free slot of that day or of the next one on which the practitioner works. */
  readonly daysAgo: number
  readonly bookedDaysBefore: number
  readonly minutes: number
  readonly reason: string
  /** By questionnaire. */
  readonly answers: Readonly<Record<string, IntakeAnswer[]>>
  readonly note: {
    /** By section; the others keep the server's draft. */
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
    readonly topic: Exclude<ThreadTopic, 'visit'>
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
