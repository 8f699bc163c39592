import { expect, test } from 'vitest'
import type { ContractDocument, Schema } from './contract.ts'
import { createProjections } from './project-response.ts'

const text: Schema = { type: 'string' }
const secret: Schema = { type: 'string', 'x-readable-with': 'chart:read' }
const documentOf = (schemas: Record<string, Schema>): ContractDocument => ({ paths: {}, components: { schemas } })
const visit: Schema = {
  type: 'object',
  required: ['id'],
  properties: { id: text, why: secret, next: { $ref: '#/components/schemas/Visit' } },
}
const projectionOf = createProjections(documentOf({ Visit: visit }))
const nobody = () => false

test('omits a property in lists, in parts, in recursive models and in alternatives, and keeps the rest', () => {
  const page: Schema = {
    type: 'object',
    properties: {
      items: { type: 'array', items: { allOf: [{ $ref: '#/components/schemas/Visit' }] } },
      one: { anyOf: [{ $ref: '#/components/schemas/Visit' }, { type: 'null' }] },
    },
  }
  const body = {
    items: [{ id: '1', why: 'x', next: { id: '2', why: 'y' } }],
    one: { id: '3', why: 'z' },
    other: null,
  }
  const before = structuredClone(body)
  expect(projectionOf(page)?.apply(body, nobody)).toEqual({
    items: [{ id: '1', next: { id: '2' } }],
    one: { id: '3' },
    other: null,
  })
  // What a handler returned may be held in memory.
  expect(body).toEqual(before)
})

test('returns all of it to those who may read it, and is null where nothing is restricted', () => {
  const body = { id: '1', why: 'x' }
  expect(projectionOf(visit)?.apply(body, (permission) => permission === 'chart:read')).toEqual(body)
  expect(projectionOf(visit)?.permissions).toEqual(['chart:read'])
  expect(projectionOf({ type: 'object', properties: { id: text } })).toBeNull()
})

test('refuses a property that is required: a response without it would not match the contract', () => {
  const faulty: Schema = { type: 'object', required: ['why'], properties: { why: secret } }
  expect(() => createProjections(documentOf({}))(faulty)).toThrow('why needs chart:read to be read, and is required.')
})
