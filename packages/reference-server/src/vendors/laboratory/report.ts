/** What a laboratory reports, whatever the wire format. JSON: kept sealed as it is. */

/** Whom the laboratory says that a report is about. PHI. */
export interface ReportedPerson {
  readonly given: string
  readonly family: string
  /** ISO date, or null when the message has none. */
  readonly birthDate: string | null
  /** HL7 table 0001, e.g. `F`; empty when unsaid. */
  readonly sex: string
}

export type ReportedFlag = 'N' | 'L' | 'H' | 'LL' | 'HH' | 'A' | 'AA'

/** One OBX with its notes. */
export interface ReportedObservation {
  /** What stays the same when the value is corrected: the test and what it is a part of, OBX-3 code, OBX-4, and which line of its block. */
  readonly key: string
  /** Of the lines that have no number of their own (OBX-4) under one code, e.g. of a text: the same for all of them. */
  readonly block: string
  /** LOINC, or the laboratory's own code where it gives no LOINC. */
  readonly loinc: string
  readonly name: string
  readonly value: string | null
  readonly dataAbsentReason: 'not-performed' | 'pending' | 'specimen-unsatisfactory' | 'unknown' | null
  readonly unit: string | null
  readonly referenceRange: string | null
  readonly flag: ReportedFlag | null
  readonly status: 'preliminary' | 'final' | 'corrected' | 'cancelled'
  /** ISO instant. */
  readonly observedAt: string | null
  readonly note: string | null
}

/** One OBR with what belongs to it. PHI. */
export interface LaboratoryReport {
  readonly person: ReportedPerson
  /** Ours, as it came back; empty when the laboratory names none. */
  readonly placerNumber: string
  readonly fillerNumber: string
  readonly test: { readonly code: string; readonly loinc: string; readonly name: string }
  /** The observation of another report that this one is about (OBR-26), e.g. the organism of a culture; empty for most. */
  readonly parent: string
  readonly status: 'partial' | 'final' | 'corrected' | 'cancelled'
  /** When the laboratory reported, ISO instant (OBR-22, else MSH-7). */
  readonly reportedAt: string | null
  /** Who measured. */
  readonly laboratory: string
  readonly observations: readonly ReportedObservation[]
}
