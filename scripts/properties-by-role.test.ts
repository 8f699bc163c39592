import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { propertiesFor, propertyFaults, readMinimumNecessary, readRoles } from './properties-by-role.ts'
import { propertiesPage, propertiesReference } from './write-properties-reference.ts'

const roles = readRoles()
const of = (role: string): readonly string[] => [...propertiesFor(new Set(Object.keys(roles[role] ?? {}))).keys()]

describe('which properties of PHI a role receives', () => {
  it('is what its work needs, and nothing that the rules do not name', () => {
    expect(propertyFaults(roles, readMinimumNecessary())).toEqual([])
  })

  it('is never a note, a result or a prescription at the front desk, nor for billing', () => {
    for (const role of ['front-desk', 'biller', 'administrator', 'service'])
      expect(
        of(role).filter((name) => /^(Note|NoteSection|LabResult|Prescription|PsychotherapyNote)\./.test(name)),
      ).toEqual([])
    // The filter finds them where they are.
    expect(of('practitioner').filter((name) => name.startsWith('LabResult.'))).not.toEqual([])
  })

  it('is faulty when a role gets a permission that its work does not need', () => {
    const withMore = (permission: string): string =>
      propertyFaults(
        { ...roles, biller: { ...roles['biller'], [permission]: 'organization' } },
        readMinimumNecessary(),
      ).join('\n')
    expect(withMore('note:read')).toMatch(/biller receives NoteSection\.\S+ by getNote.*, and never may/)
    expect(withMore('chart:read')).toMatch(/biller receives Allergy\.\S+ \(clinical\) .*no part of its work needs it/)
  })

  it('is committed as a table that matches the contract and the permissions', async () => {
    expect(await readFile(propertiesPage, 'utf8'), 'run: node scripts/write-properties-reference.ts').toBe(
      await propertiesReference(),
    )
  })
})
