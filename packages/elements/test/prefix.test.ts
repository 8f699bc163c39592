import { afterEach, expect, test, vi } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { defineAll } from '../src/define-all.ts'
import type { VisitProvider } from '../src/provider/provider.ts'
import { pageText } from './mount.ts'
import { waitFor } from './story.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

const put = (providerTag: string, elementTag: string): void => {
  const provider = document.createElement(providerTag) as VisitProvider
  provider.client = createSampleWorld({ stage: 'new' }).client()
  provider.append(document.createElement(elementTag))
  document.body.append(provider)
}

test('an organization’s own prefix works, alone and mixed with ours, and our scripts may be loaded twice', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  document.documentElement.lang = 'en'
  defineAll()
  defineAll({ prefix: 'acme' })
  defineAll({ prefix: 'acme' })
  for (const [provider, element] of [
    ['acme-provider', 'acme-booking'],
    ['visit-provider', 'acme-booking'],
    ['acme-provider', 'visit-booking'],
  ] as const) {
    put(provider, element)
    await waitFor(() => pageText().includes('What do you need help with?'), `${element} in ${provider}`)
    document.body.replaceChildren()
  }
  expect(error).not.toHaveBeenCalled()
})
