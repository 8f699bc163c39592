import { expect, test } from 'vitest'
import { path } from './path.ts'

test('parameters are percent-encoded, so that an id cannot reach another path', () => {
  expect(path`patients/${'a/b?c#d'}/accesses`).toBe('patients/a%2Fb%3Fc%23d/accesses')
})

test.each(['', '.', '..', undefined as unknown as string])('refuses %j, which would change the path', (id) => {
  expect(() => path`patients/${id}/accesses`).toThrow(TypeError)
})

test('the error does not contain the other parameters', () => {
  expect(() => path`patients/${'patient-77'}/proxies/${''}`).toThrow(/^(?!.*patient-77)/)
})
