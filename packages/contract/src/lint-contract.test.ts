import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { lintContract, type OpenApiDocument, type OpenApiOperation } from './lint-contract.ts'

const document = parse(await readFile(new URL('../generated/openapi.yaml', import.meta.url), 'utf8')) as OpenApiDocument

const changed = (
  path: string,
  method: string,
  change: (operation: Record<string, unknown>) => void,
): OpenApiDocument => {
  const copy = structuredClone(document) as {
    paths: Record<string, Record<string, OpenApiOperation>>
  } & OpenApiDocument
  change(copy.paths[path]?.[method] as unknown as Record<string, unknown>)
  return copy
}

describe('the contract linter', () => {
  it('reports no fault in the committed contract', () => {
    expect(lintContract(document)).toEqual([])
  })

  it.each([
    ['x-permission', 'declares no @permission'],
    ['x-audit', 'declares no @audit'],
    ['x-method', 'declares no @method'],
    ['x-cost', 'declares no @cost'],
    ['description', 'has no doc comment'],
    ['operationId', 'has no operationId'],
  ])('refuses an operation without %s', (property, sentence) => {
    const faults = lintContract(changed('/v1/appointments', 'post', (operation) => delete operation[property]))
    expect(faults.join('\n')).toContain(sentence)
  })

  it('refuses an audit declaration with a pointer to no property', () => {
    const faults = lintContract(
      changed('/v1/appointments', 'post', (operation) => {
        operation['x-audit'] = {
          action: 'create',
          entity: 'Appointment',
          patients: ['/patient/identifier'],
          reason: 'booking',
        }
      }),
    )
    expect(faults).toEqual([
      'bookAppointment: declares that patient ids are at /patient/identifier, but its answer has no such property.',
    ])
  })

  it.each([
    ['/v1/notes/{noteId}/pdf', 'x-cost', 'standard', 'getNotePdf: returns a document, so its @cost must be "heavy".'],
    ['/v1/claims', 'x-cost', 'standard', 'listClaims: returns a page of a list, so its @cost must be "list".'],
    [
      '/v1/claims',
      'x-urgency',
      'runningVisit',
      'listClaims: is refused last in an overload, so its @cost must be "light" or "standard".',
    ],
  ])('refuses %s with the %s %s, which understates what it costs', (path, extension, value, sentence) => {
    expect(lintContract(changed(path, 'get', (operation) => (operation[extension] = value)))).toEqual([sentence])
  })

  it('refuses an operation about a patient without a pointer to the patient id', () => {
    const faults = lintContract(
      changed('/v1/patients/{patientId}', 'get', (operation) => {
        operation['x-audit'] = { action: 'read', entity: 'Patient', reason: 'demographics' }
      }),
    )
    expect(faults.join('\n')).toContain('does not declare where the patient id is')
  })

  describe.each([
    ['/v1/claim-counts', 'countClaims', 'ClaimCount'],
    ['/v1/inbox-counts', 'countInbox', 'InboxCount'],
    ['/v1/mailbox-files/{fileId}', 'getMailboxFile', 'MailboxFile'],
  ])('of %s, which names no patient', (path, id, entity) => {
    const audited = (changes: object) =>
      lintContract(
        changed(path, 'get', (operation) => {
          operation['x-audit'] = { action: 'read', entity, reason: 'billing', ...changes }
        }),
      )

    it('refuses that it leaves no row and does not say why', () => {
      expect(audited({})).toEqual([
        `${id}: reads ${entity} and leaves no row. Declare withoutPatient, or unrecorded with the reason.`,
      ])
    })

    it('accepts a row without a patient', () => {
      expect(audited({ withoutPatient: true })).toEqual([])
    })

    it('refuses both', () => {
      expect(audited({ withoutPatient: true, unrecorded: 'because' })).toEqual([
        `${id}: writes a row without a patient, and declares patients or that it is unrecorded.`,
      ])
    })
  })

  it('refuses a read of PHI that is unrecorded, whatever it says', () => {
    const faults = lintContract(
      changed('/v1/mailbox-files/{fileId}', 'get', (operation) => {
        operation['x-audit'] = { action: 'read', entity: 'MailboxFile', reason: 'billing', unrecorded: 'because' }
      }),
    )
    expect(faults).toEqual(['getMailboxFile: shows PHI and declares that it is unrecorded.'])
  })

  it('does not treat a reason of a closed list as free text, but does for a string', () => {
    const copy = structuredClone(document) as unknown as {
      components: { schemas: Record<string, { properties?: Record<string, Record<string, unknown>> }> }
    }
    const { properties } = copy.components.schemas['CancelAppointment'] ?? {}
    if (properties) properties['reason'] = { type: 'string' }
    expect(lintContract(copy as unknown as OpenApiDocument)).toEqual([
      'CancelAppointment.reason: sounds like PHI but declares no @phi.',
    ])
  })

  it('refuses a birth date that is not declared as PHI', () => {
    const copy = structuredClone(document) as unknown as {
      components: { schemas: Record<string, { properties?: Record<string, Record<string, unknown>> }> }
    }
    delete copy.components.schemas['Patient']?.properties?.['birthDate']?.['x-phi']
    expect(lintContract(copy as unknown as OpenApiDocument)).toEqual([
      'Patient.birthDate: sounds like PHI but declares no @phi.',
    ])
  })
})
