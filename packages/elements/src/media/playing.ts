import { nothing } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import { directive, type DirectiveResult, type ElementPart } from 'lit/directive.js'

/**
 * Plays a stream in the `<video>` or `<audio>` that it is written in. A browser keeps an element that plays, also when it is not in the
 * page any more: it releases the stream when it is removed, and plays it again when it comes back.
 */
class Playing extends AsyncDirective {
  #element: HTMLMediaElement | null = null
  #stream: MediaStream | null = null

  render(_stream: MediaStream | null): unknown {
    return nothing
  }

  override update(part: ElementPart, [stream]: [MediaStream | null]): unknown {
    this.#element = part.element as HTMLMediaElement
    this.#stream = stream
    if (this.isConnected) this.#play(stream)
    return nothing
  }

  override disconnected(): void {
    this.#play(null)
  }

  override reconnected(): void {
    this.#play(this.#stream)
  }

  #play(stream: MediaStream | null): void {
    if (this.#element && this.#element.srcObject !== stream) this.#element.srcObject = stream
  }
}

export const playing: (stream: MediaStream | null) => DirectiveResult = directive(Playing)
