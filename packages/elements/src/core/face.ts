import { html, type TemplateResult } from 'lit'
import type { PractitionerSummary, VisitClient } from '@visitkit/sdk'
import { requestConnection } from './client-context.ts'
import { initials } from './initials.ts'
import type { VisitElement } from './visit-element.ts'

/** Addresses of photos, valid in this page only. Null for one that could not be loaded. */
type Photos = Map<string, { url?: string | null; readonly loaded: Promise<void> }>

const photosOf = new WeakMap<VisitClient, Photos>()

const photosWith = (client: VisitClient): Photos => {
  const known = photosOf.get(client)
  if (known) return known
  const photos: Photos = new Map()
  photosOf.set(client, photos)
  client.onSessionEnded(() => {
    for (const { url } of photos.values()) if (url) URL.revokeObjectURL(url)
    photos.clear()
  })
  return photos
}

/** Undefined while it loads; the element renders again after that. Each photo is requested once for a page. */
const photoUrl = (host: VisitElement, client: VisitClient, id: string): string | null | undefined => {
  const photos = photosWith(client)
  const known = photos.get(id)
  if (known) {
    if (known.url === undefined) void known.loaded.then(() => host.requestUpdate())
    return known.url
  }
  const photo: { url?: string | null; loaded: Promise<void> } = {
    loaded: client.practitioners.photo(id).then(
      // The server has decided the type by the content; browsers find it there, too.
      (content) => void (photo.url = URL.createObjectURL(new Blob([content]))),
      () => void (photo.url = null),
    ),
  }
  photos.set(id, photo)
  void photo.loaded.then(() => host.requestUpdate())
  return undefined
}

const clients = new WeakMap<VisitElement, VisitClient | null>()

const clientOf = (host: VisitElement): VisitClient | null => {
  // One that was removed renders once more: no one would end what it asked for then.
  if (!clients.has(host) && host.isConnected) {
    clients.set(host, null)
    const stop = requestConnection(host, ({ client }) => void clients.set(host, client))
    const controller = {
      hostDisconnected: () => {
        stop()
        clients.delete(host)
        host.removeController(controller)
      },
    }
    host.addController(controller)
  }
  return clients.get(host) ?? null
}

/** The photo of a practitioner, or their initials. Hidden from screen readers: the name is next to it. */
export const face = (
  host: VisitElement,
  { displayName, photoId }: Pick<PractitionerSummary, 'displayName' | 'photoId'>,
): TemplateResult => {
  const client = clientOf(host)
  const url = photoId && client ? photoUrl(host, client, photoId) : null
  return html`<span class="avatar" aria-hidden="true"
    >${url ? html`<img src=${url} alt="" />` : initials(displayName)}</span
  >`
}
