import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../evidence.ts'
import { greenControl, passed, sampleEvidence } from '../evidence.testing.ts'
import { makeReport } from '../make-report.ts'
import { deriveUuid } from './derive-uuid.ts'
import { assessmentResultsExcerpt, componentDefinitionExcerpt } from './oscal-excerpt.testing.ts'
import { writeAssessmentResults } from './write-assessment-results.ts'
import { writeComponentDefinition } from './write-component-definition.ts'

type Document = Record<string, Record<string, unknown>>

const documents = [
  ['component-definition', writeComponentDefinition, componentDefinitionExcerpt, 'oscal_component_schema.json'],
  ['assessment-results', writeAssessmentResults, assessmentResultsExcerpt, 'oscal_assessment-results_schema.json'],
] as const

const withoutRuns: Evidence = {
  ...sampleEvidence,
  commit: null,
  committedAt: null,
  runs: [],
  controls: [{ ...greenControl, tests: [{ ...passed, result: 'not run', run: null }] }],
}
const written = (write: (typeof documents)[number][1], evidence: Evidence): Document =>
  JSON.parse(JSON.stringify(write(makeReport(evidence)))) as Document

const faults = (validate: ValidateFunction, document: Document): readonly string[] => {
  validate(document)
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`)
}

/** A folder with the JSON schemas of a release of NIST's OSCAL. They are not part of this repository. */
const folderOfNist = process.env['OSCAL_SCHEMAS']

describe.each(documents)('OSCAL: the %s', (root, write, excerpt, nistFile) => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(excerpt)

  it('has the members that the model requires and no others, with and without runs', () => {
    for (const evidence of [sampleEvidence, withoutRuns]) expect(faults(validate, written(write, evidence))).toEqual([])
  })

  it.runIf(folderOfNist !== undefined)('passes the schema that NIST publishes', async () => {
    const schema = JSON.parse(await readFile(join(folderOfNist ?? '', nistFile), 'utf8')) as object
    const ofNist = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)
    for (const evidence of [sampleEvidence, withoutRuns]) expect(faults(ofNist, written(write, evidence))).toEqual([])
    const { [root]: body } = written(write, sampleEvidence)
    expect(faults(ofNist, { [root]: { ...body, uuid: 'none' } })).not.toEqual([])
  })

  it('notices a member too many, one too few, and an identifier of another form', () => {
    const { [root]: body = {} } = written(write, sampleEvidence)
    const { metadata, ...rest } = body
    expect(faults(validate, { [root]: { ...body, color: 'red' } })).not.toEqual([])
    expect(faults(validate, { [root]: rest })).not.toEqual([])
    expect(faults(validate, { [root]: { ...body, uuid: 'none' } })).not.toEqual([])
    expect(metadata).toMatchObject({ 'oscal-version': '1.1.3', 'last-modified': '2026-11-02T10:15:00Z' })
  })

  it('refers to nothing that it does not contain, and gives no two things one identifier', () => {
    const text = JSON.stringify(written(write, sampleEvidence))
    const defined = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, id]) => id)
    const referred = [...text.matchAll(/"(?:source|href|subject-uuid|observation-uuid)":"#?([0-9a-f-]{36})"/g)]
    expect(new Set(defined).size).toBe(defined.length)
    expect(referred.map(([, id]) => id).filter((id) => !defined.includes(id))).toEqual([])
  })

  it('has other identifiers when its content is another, and the same when it is not', () => {
    const idOf = (evidence: Evidence): unknown => written(write, evidence)[root]?.['uuid']
    expect(idOf(sampleEvidence)).toBe(idOf(structuredClone(sampleEvidence)))
    expect(idOf(sampleEvidence)).not.toBe(idOf(withoutRuns))
  })
})

describe('OSCAL: the findings', () => {
  it('are satisfied for green controls alone', () => {
    const text = JSON.stringify(written(writeAssessmentResults, sampleEvidence))
    const states = [...text.matchAll(/"target-id":"(c\d\d)","status":\{"state":"([^"]+)"/g)]
    expect(states.map(([, control, state]) => [control, state])).toEqual([
      ['c05', 'satisfied'],
      ['c06', 'not-satisfied'],
      ['c14', 'not-satisfied'],
    ])
  })

  it('name rules, and what each test showed', () => {
    const text = JSON.stringify(written(writeAssessmentResults, sampleEvidence))
    expect(text).toContain('45 CFR 164.312(a)(2)(iii)')
    expect(text).toContain(
      String.raw`The tests named \"opens with no other\": passed, run node-20261102T101500Z-4f9c1d2e7a`,
    )
  })
})

describe('a derived identifier', () => {
  it('is a UUID of version 5, the same for the same name', () => {
    expect(deriveUuid('component', 'door')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(deriveUuid('component', 'door')).toBe(deriveUuid('component', 'door'))
    expect(deriveUuid('component', 'door')).not.toBe(deriveUuid('component', 'bell'))
  })
})
