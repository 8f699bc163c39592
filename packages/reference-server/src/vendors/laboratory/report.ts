/** The content of a laboratory report, independent of the wire format. JSON: stored encrypted in this form. */

/** The person of a report, according to the laboratory. PHI. */
export interface ReportedPerson {
  readonly given: string
  readonly family: string
  /** Further given names or initials (XPN.3); absent if there are none. */
  readonly middle?: readonly string[]
  /** XPN.4; absent if there is none. */
  readonly suffix?: string
  /** ISO date, or null if the message has none. */
  readonly birthDate: string | null
  /** HL7 table 0001, e.g. `F`; empty if absent. */
  readonly sex: string
}

export type ReportedFlag = 'N' | 'L' | 'H' | 'LL' | 'HH' | 'A' | 'AA'

/** A code of a value (CE, CWE), as the laboratory wrote it. */
export interface ReportedCode {
  readonly code: string
  /** Empty if absent. */
  readonly text: string
  /** HL7 table 0396, e.g. `SCT`; empty if absent. */
  readonly system: string
}

/** A file that was sent as a value (ED). Its bytes are in the message: `readDocument` reads them. */
export interface ReportedDocument {
  /** Of the patient's part of the message, counted from 0. */
  readonly segment: number
  readonly kind: 'pdf' | 'png' | 'jpeg' | 'other'
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

/** One OBX with its notes. */
export interface ReportedObservation {
  /** Unchanged when the value is corrected: the test and its parent, OBX-3 code, OBX-4, and the line within its block. */
  readonly key: string
  /** Shared by lines without their own number (OBX-4) under one code, e.g. the lines of a text. */
  readonly block: string
  /** LOINC, or the laboratory's own code if there is no LOINC. */
  readonly loinc: string
  readonly name: string
  readonly value: string | null
  readonly dataAbsentReason: 'not-performed' | 'pending' | 'specimen-unsatisfactory' | 'unknown' | null
  readonly unit: string | null
  /** The unit as a code of UCUM, if the laboratory says that it is one (OBX-6). */
  readonly ucum?: string
  /** OBX-2, e.g. `NM`. */
  readonly valueType?: string
  readonly coded?: readonly ReportedCode[]
  readonly document?: ReportedDocument
  readonly referenceRange: string | null
  readonly flag: ReportedFlag | null
  readonly status: 'preliminary' | 'final' | 'corrected' | 'cancelled'
  /** ISO instant. */
  readonly observedAt: string | null
  readonly note: string | null
  /** Its code or its status is missing or not known (OBX-3, OBX-11). A person reads it in the message. */
  readonly faulty?: true
}

/** One OBR with its segments. PHI. */
export interface LaboratoryReport {
  readonly person: ReportedPerson
  /** The number that this server assigned; empty if the laboratory names none. */
  readonly placerNumber: string
  /** Empty only if it is faulty. */
  readonly fillerNumber: string
  readonly test: { readonly code: string; readonly loinc: string; readonly name: string }
  /** The observation of another report that is the parent (OBR-26), e.g. the organism of a culture; mostly empty. */
  readonly parent: string
  readonly status: 'partial' | 'final' | 'corrected' | 'cancelled'
  /** When the laboratory reported, ISO instant (OBR-22, else MSH-7). */
  readonly reportedAt: string | null
  /** The performing laboratory. */
  readonly laboratory: string
  /** Its address in one line (OBX-24). */
  readonly laboratoryAddress?: string
  /** When the specimen was taken, ISO instant (SPM-17, else OBR-7). */
  readonly collectedAt?: string
  /** What was examined (SPM-4, else OBR-15), and from where on the body (SPM-8). */
  readonly specimen?: string
  /** The laboratory's comment on the whole report (NTE of its patient, its order and its test); absent if there is none. */
  readonly note?: string
  /** The patient's part of the message, counted from 0. */
  readonly part?: number
  readonly observations: readonly ReportedObservation[]
  /** Its number, its test or its status is missing or not known (OBR-3, OBR-4, OBR-25). A person reads it in the message. */
  readonly faulty?: true
}
