import { nothing, type TemplateResult } from 'lit'
import type { CreatedVisitGuest, GuestKind, VisitClient, VisitGuest, VisitGuests as GuestList } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { fieldStyles } from '../core/styles/field.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { guestText, type GuestsTranslate } from './guest-buttons.ts'
import { guestsDialog } from './guests-dialog.ts'
import { guestsMessages } from './guests.messages.ts'
import { guestsStyles } from './guests.styles.ts'

export interface GuestsPlace {
  /** Whether the person is a clinician of the visit, who lets guests in. */
  readonly mayAdmit: () => boolean
  /** The page on which a guest types the code; empty when the host does not name it. */
  readonly guestUrl: () => string
  /** The status of a guest has changed. */
  readonly onChange?: (guest: VisitGuest) => void
  /** The dialog was closed. */
  readonly onClose: () => void
}

/** The guests of one visit: who is invited, and the dialog in which one more is invited, and an invitation ended. */
export class VisitGuests {
  readonly t: GuestsTranslate
  readonly #host: VisitElement
  readonly #place: GuestsPlace
  readonly #list: Loader<GuestList>
  readonly #acting: Loader<string>
  readonly #inviting: Loader<CreatedVisitGuest>
  #client: VisitClient | null = null
  #appointmentId = ''
  #isOpen = false
  #about = ''
  #name = ''
  #kind: GuestKind = 'family'
  #isMissing = false
  #copied: 'page' | 'code' | null = null

  constructor(host: VisitElement, place: GuestsPlace) {
    this.#host = host
    this.#place = place
    this.t = host.language.bundle(guestsMessages)
    this.#list = new Loader(host)
    this.#acting = new Loader(host)
    this.#inviting = new Loader(host)
    adoptStyles(host, [dialogStyles, fieldStyles, guestsStyles])
  }

  get all(): readonly VisitGuest[] {
    return this.#list.value?.items ?? []
  }

  get isFollowing(): boolean {
    return this.#client !== null
  }

  get busy(): boolean {
    return this.#acting.busy
  }

  /** Why a guest could not be admitted or removed, where the dialog does not say it. */
  get problem(): unknown {
    const { problem } = this.#acting
    return problem && !this.#isOpen ? problemView(this.#host, problem, { texts: this.t }) : nothing
  }

  follow(client: VisitClient, appointmentId: string, signal: AbortSignal): void {
    if (this.#appointmentId !== appointmentId) this.reset()
    this.#client = client
    this.#appointmentId = appointmentId
    const watch = client.watch((reading) => client.guests.list(appointmentId, reading), {
      on: ['guest.changed'],
      ids: { appointmentId },
      signal,
    })
    void this.#list.run(() => followWatch(watch, (changed) => this.#changed(changed)), { quietly: true })
  }

  /** Clears what is in memory: a code that was made is not shown again. */
  reset(): void {
    for (const loader of [this.#list, this.#acting, this.#inviting]) loader.reset()
    this.#client = null
    this.#appointmentId = this.#name = ''
    this.#isOpen = this.#isMissing = false
  }

  #changed(list: GuestList): void {
    const before = new Map(this.all.map((guest) => [guest.id, guest]))
    this.#list.set(list)
    for (const guest of list.items) {
      if (before.get(guest.id)?.status === guest.status) continue
      if (guest.status === 'waiting')
        this.#host.announce(this.t('asks', { name: guestText(this.t, guest), by: guest.invitedBy }))
      this.#place.onChange?.(guest)
    }
  }

  #run(guestId: string, act: (client: VisitClient) => Promise<VisitGuest>): void {
    const client = this.#client
    if (!client || this.#acting.busy) return
    void this.#acting.run(async () => {
      const changed = await act(client)
      const list = this.#list.value
      if (list) this.#changed({ ...list, items: list.items.map((one) => (one.id === guestId ? changed : one)) })
      return guestId
    })
  }

  admit = (guestId: string): void => this.#run(guestId, (client) => client.guests.admit(guestId))

  remove = (guestId: string): void => this.#run(guestId, (client) => client.guests.remove(guestId))

  #invite = (): void => {
    const [client, name] = [this.#client, this.#name.trim()]
    if (!client || this.#inviting.busy) return
    this.#isMissing = name === ''
    this.#host.requestUpdate()
    if (this.#isMissing) return void moveFocus(this.#host, '#guest-name')
    this.#copied = null
    void this.#inviting
      .run(async () => {
        const created = await client.guests.invite(this.#appointmentId, { name, kind: this.#kind })
        const { secret: _, ...guest } = created
        const list = this.#list.value
        if (list) this.#changed({ ...list, items: [...list.items.filter(({ id }) => id !== guest.id), guest] })
        return created
      })
      .then((created) => (created ? moveFocus(this.#host, '.given h3') : undefined))
  }

  #another = (): void => {
    this.#inviting.reset()
    this.#name = ''
    void moveFocus(this.#host, '#guest-name')
  }

  /** The code is on the screen: who cannot copy reads it. */
  #copy = async (what: 'page' | 'code', text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      this.#copied = what
      this.#host.announce(this.t('copied'))
    } catch {
      this.#copied = null
    }
    this.#host.requestUpdate()
  }

  /** @param about - Which visit it is, where that is not plain. */
  open(about = ''): void {
    this.#isOpen = true
    this.#about = about
    this.#host.requestUpdate()
    void moveFocus(this.#host, 'dialog.guests h2')
  }

  #close = (): void => {
    this.#isOpen = false
    this.#another()
    this.#host.requestUpdate()
    this.#place.onClose()
  }

  /** After each render of the host. */
  showDialog(): void {
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.guests')
    if (dialog?.isConnected && !dialog.open) dialog.showModal()
  }

  dialog(): TemplateResult | typeof nothing {
    if (!this.#isOpen || !this.#client) return nothing
    const problem = this.#acting.problem ?? this.#inviting.problem ?? this.#list.problem
    return guestsDialog({
      ...{ t: this.t, format: this.#host.format, mayAdmit: this.#place.mayAdmit(), about: this.#about },
      ...{ guests: this.all, isLoading: this.#list.busy, busy: this.#acting.busy, isInviting: this.#inviting.busy },
      problem: problem ? problemView(this.#host, problem, { texts: this.t }) : nothing,
      ...{ name: this.#name, kind: this.#kind, isMissing: this.#isMissing },
      ...{ created: this.#inviting.value, copied: this.#copied, page: this.#place.guestUrl() },
      onName: (name) => {
        this.#name = name
        this.#isMissing = false
      },
      onKind: (kind) => (this.#kind = kind),
      ...{ onInvite: this.#invite, onAnother: this.#another, onAdmit: this.admit, onRemove: this.remove },
      onCopy: (what, text) => void this.#copy(what, text),
      onClose: this.#close,
    })
  }
}
