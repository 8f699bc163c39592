import { expect } from 'vitest'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { signatureHeaders } from '../../../../vendors/pharmacy/network/message-signature.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptBody, ScriptHeader, ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleMessage } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import type { TestHospital } from '../../../../test-kit/test-hospital.ts'
import type { Drafted, TestPractice } from '../../tests/practice.testing.ts'

export type Sent = Drafted & { messageId: string }

/** Messages of the pharmacy network to a practice, and those that wait for a person. */
export const messagesTo = (practice: () => TestPractice) => {
  const message = (about: Sent | null, body: ScriptBody, header: Partial<ScriptHeader> = {}): ScriptMessage => ({
    header: {
      ...sampleMessage(body).header,
      to: { qualifier: 'D', id: 'lakeside-sample' },
      from: { qualifier: 'P', id: '9900001' },
      messageId: newId().replaceAll('-', ''),
      sentTime: practice().clock.now().toISOString(),
      prescriberOrderNumber: about?.prescription.id ?? newId(),
      ...(about && { relatesToMessageId: about.messageId }),
      ...header,
    },
    body,
  })
  const post = async (
    bytes: Uint8Array,
    headers?: Record<string, string>,
    at: TestHospital = practice(),
    isSettled = true,
  ) => {
    const response = await fetch(`${at.url}/v1/webhooks/pharmacy/${at.organizationId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/xml',
        ...(headers ?? signatureHeaders(practice().secret, bytes, practice().clock.now())),
      },
      body: Uint8Array.from(bytes),
    })
    const given = new Uint8Array(await response.arrayBuffer())
    if (isSettled) await practice().settle()
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes: given }
  }
  const send = async (emitted: ScriptMessage) => {
    const response = await post(writeScriptMessage(emitted))
    expect(response.status).toBe(200)
    return readScriptMessage(response.bytes)
  }
  const fill = (more: object = {}): ScriptBody => ({ ...sampleBodies.RxFill, ...more })
  const parked = async () => {
    const { organizationId, platform, clock } = practice()
    const db = platform.database.reader({ domain: 'prescriptions', organizationId })
    const context = { ...systemRequestContext('test', organizationId, clock.now()), vault: platform.vault, db }
    return (await practice().provides.prescriptions.deadLetters(context, { after: null, take: 100 })).map(
      ({ fault }) => fault,
    )
  }
  return { message, post, send, fill, parked }
}
