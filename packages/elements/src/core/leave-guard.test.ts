import { LitElement } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { guardLeaving } from './leave-guard.ts'

class Form extends LitElement {
  hasText = false

  constructor() {
    super()
    guardLeaving(this, () => this.hasText)
  }
}
customElements.define('test-guarded-form', Form)

const form = document.createElement('test-guarded-form') as Form
afterEach(() => form.remove())

/** What the page would ask: `prevented` for new browsers, a text for Chrome before 119. */
const leave = (): { readonly prevented: boolean; readonly text: string } => {
  const event = document.createEvent('BeforeUnloadEvent')
  event.initEvent('beforeunload', false, true)
  window.dispatchEvent(event)
  return { prevented: event.defaultPrevented, text: event.returnValue }
}

test('asks before a page with an unsent text is left, in old and new browsers', async () => {
  document.body.append(form)
  await form.updateComplete
  expect(leave()).toEqual({ prevented: false, text: '' })
  form.hasText = true
  form.requestUpdate()
  await form.updateComplete
  expect(leave()).toEqual({ prevented: true, text: 'unsent' })
  form.remove()
  expect(leave()).toEqual({ prevented: false, text: '' })
})
