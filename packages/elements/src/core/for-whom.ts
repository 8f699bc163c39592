import type { VisitConnection } from './client-context.ts'
import type { VisitElement } from './visit-element.ts'

/** Above the content of each element, so that a person who acts for others never mixes them up. */
const lines = new WeakMap<VisitElement, HTMLElement>()

/** Names the patient above the content, for a person who acts for someone else. Does nothing for patients themselves and for members. */
export const nameForWhom = async (
  host: VisitElement,
  connection: VisitConnection | null,
  patientId: string,
): Promise<void> => {
  const me = await connection?.me().catch(() => undefined)
  if (!me || me.kind === 'member') return
  const name = patientId === me.personId ? undefined : me.patients.find(({ id }) => id === patientId)?.displayName
  const line = lines.get(host) ?? (name === undefined ? undefined : addLine(host))
  if (!line) return
  line.hidden = name === undefined
  line.textContent = name === undefined ? '' : host.core('forWhom', { name })
}

/** After the session ends. */
export const forgetForWhom = (host: VisitElement): void => {
  const line = lines.get(host)
  if (line) Object.assign(line, { hidden: true, textContent: '' })
}

const addLine = (host: VisitElement): HTMLElement => {
  const line = document.createElement('p')
  line.className = 'for-whom'
  line.part.add('for-whom')
  host.renderRoot.prepend(line)
  lines.set(host, line)
  return line
}
