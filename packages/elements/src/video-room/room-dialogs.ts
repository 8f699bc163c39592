import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Organization, Visit } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { rememberDevice } from '../media/remembered-devices.ts'
import type { DeviceKind } from '../video/driver.ts'
import type { Call } from './call.ts'
import { devicesDialog, emergencyDialog, endDialog, type Outcome } from './dialogs.ts'
import type { SelfPreview } from './self-preview.ts'
import type { SoundOutput } from './sound-output.ts'
import type { videoRoomEn } from './video-room.en.ts'

type Host = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }

export interface RoomDialogsView {
  readonly t: Translate<typeof videoRoomEn>
  readonly format: Formatter
  /** Null for a guest, who gets no data of the patient. */
  readonly visit: Visit | null
  readonly organization: Organization | null
  readonly onEnd: (outcome: Outcome) => void
}

/** At most one dialog over the room. Escape closes it, and the focus returns to the button that opened it: the browser does both. */
export class RoomDialogs implements ReactiveController {
  #host: Host
  #call: Call
  #mirror: SelfPreview
  #sound: SoundOutput
  #shown: 'end' | 'emergency' | 'devices' | null = null

  constructor(host: Host, call: Call, selfPreview: SelfPreview, sound: SoundOutput) {
    this.#host = host
    this.#call = call
    this.#mirror = selfPreview
    this.#sound = sound
    host.addController(this)
  }

  get isOpen(): boolean {
    return this.#shown !== null
  }

  hostUpdated(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog')
    if (dialog?.isConnected && !dialog.open) dialog.showModal()
  }

  showEnd = (): void => this.#show('end')

  /** Needs only data that is already in the page. */
  showEmergency = (): void => this.#show('emergency')

  showDevices = (): void => void this.#call.listDevices().then(() => this.#show('devices'))

  close = (): void => this.#show(null)

  view({ t, format, visit, organization, onEnd }: RoomDialogsView): TemplateResult | typeof nothing {
    if (this.#shown === 'end') return endDialog(t, onEnd, this.close)
    if (this.#shown === 'emergency' && visit) return emergencyDialog(t, format, visit, organization, this.close)
    if (this.#shown !== 'devices') return nothing
    const { devices } = this.#call.driver ? this.#call : this.#mirror.preview
    return devicesDialog(t, devices, this.#choose, this.close)
  }

  /** For the call, or for the preview before it; the speaker is set by the page in both. */
  #choose = (kind: DeviceKind, id: string): void => {
    rememberDevice(kind, id)
    if (kind === 'speaker') this.#sound.useSpeaker(id)
    if (this.#call.driver) return void this.#call.run((driver) => driver.useDevice(kind, id))
    this.#mirror.choose(kind, id)
  }

  #show(dialog: 'end' | 'emergency' | 'devices' | null): void {
    this.#shown = dialog
    this.#host.requestUpdate()
  }
}
