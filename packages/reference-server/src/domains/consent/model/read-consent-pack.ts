import type { ConsentPack, ConsentPurpose, JurisdictionRow, StarterText } from './consent-pack.ts'

interface ClausesFile {
  readonly clauses: readonly { readonly id: string; readonly text: string }[]
  readonly purposes: Readonly<Record<string, readonly string[]>>
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Joins the files of `packs/consent`. Throws an error that names each fault if the pack requires a clause that has no description. */
export const readConsentPack = (
  { clauses, purposes }: ClausesFile,
  { rows }: { readonly rows: readonly JurisdictionRow[] },
  texts: readonly StarterText[],
): ConsentPack => {
  const known = new Map(clauses.map((clause) => [clause.id, clause]))
  const unknown = (ids: readonly string[], where: string): string[] =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => `${where} asks for the clause ${id}, which clauses.json does not describe.`)
  const faults = [
    ...(known.size < clauses.length ? ['clauses.json describes a clause twice.'] : []),
    ...Object.entries(purposes).flatMap(([purpose, ids]) => unknown(ids, purpose)),
    ...rows.flatMap((row) => unknown(row.extraClauses, `The row of ${row.jurisdiction}`)),
    ...rows.flatMap((row) =>
      [row.checkedOn, row.effectiveFrom, row.effectiveTo ?? '9999-12-31'].every((date) => day.test(date)) &&
      row.source !== ''
        ? []
        : [`A row of ${row.jurisdiction} lacks a source or a date.`],
    ),
    ...(rows.some(({ jurisdiction }) => jurisdiction === '*')
      ? []
      : ['jurisdictions.json has no row for unknown places.']),
  ]
  if (faults.length > 0) throw new Error(`packs/consent cannot be used:\n- ${faults.join('\n- ')}`)
  return {
    clauses: known,
    purposes: new Map(Object.entries(purposes) as [ConsentPurpose, readonly string[]][]),
    jurisdictions: rows,
    starterTexts: [...texts].sort((a, b) => a.purpose.localeCompare(b.purpose) || originalFirst(a) - originalFirst(b)),
  }
}

const originalFirst = ({ language }: StarterText): number => (language === 'en' ? 0 : 1)
