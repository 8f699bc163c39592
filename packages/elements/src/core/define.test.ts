import { afterEach, expect, test, vi } from 'vitest'
import { define, type VersionedElement } from './define.ts'
import { VERSION } from './version.ts'

afterEach(() => vi.restoreAllMocks())

const classOf = (version: string): VersionedElement => {
  class Some extends HTMLElement {
    static readonly visitkitVersion = version
  }
  return Some
}

test('a second copy of the same version has no effect and logs nothing', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const first = classOf(VERSION)
  expect(define('once', first, 'test')).toBe('defined')
  expect(define('once', classOf(VERSION), 'test')).toBe('same-version')
  expect(customElements.get('test-once')).toBe(first)
  expect(error).not.toHaveBeenCalled()
})

test('another version is reported in the console, and the first one stays', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const old = classOf('0.0.0-older')
  customElements.define('test-two', old)
  expect(define('two', classOf(VERSION), 'test')).toBe('conflict')
  expect(customElements.get('test-two')).toBe(old)
  expect(error.mock.calls[0]?.[0]).toContain('0.0.0-older')
  expect(error.mock.calls[0]?.[0]).toContain(VERSION)
})

test('an organization can also register the same element under its own prefix', () => {
  const one = classOf(VERSION)
  define('both', one, 'test')
  expect(define('both', one, 'acme')).toBe('defined')
  expect(document.createElement('acme-both')).toBeInstanceOf(one)
  expect(document.createElement('test-both')).toBeInstanceOf(one)
})
