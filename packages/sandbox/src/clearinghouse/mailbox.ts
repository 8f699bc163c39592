import { randomUUID } from 'node:crypto'

export interface PostedFile {
  readonly id: string
  readonly postedAt: Date
  readonly content: string
}

/** Files that wait to be fetched, oldest first. They stay until they are deleted. */
export class Mailbox {
  readonly #files = new Map<string, PostedFile>()
  #posted = 0

  post(content: string, now: Date): PostedFile {
    const file = { id: randomUUID(), postedAt: now, content }
    this.#files.set(file.id, file)
    this.#posted += 1
    return file
  }

  list(limit: number): readonly PostedFile[] {
    return [...this.#files.values()].slice(0, limit)
  }

  get(id: string): PostedFile | undefined {
    return this.#files.get(id)
  }

  delete(id: string): boolean {
    return this.#files.delete(id)
  }

  get waiting(): number {
    return this.#files.size
  }

  /** Number of files that were ever put in. */
  get posted(): number {
    return this.#posted
  }
}
