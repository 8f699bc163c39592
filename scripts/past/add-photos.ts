import { readdir, readFile } from 'node:fs/promises'
import type { PastWorld } from './past-world.ts'

const folder = new URL('../../examples/portal/people/photos/', import.meta.url)

/** The drawn faces of clinicians, named by their account. */
export const addPhotos = async ({ people, seeded }: Pick<PastWorld, 'people' | 'seeded'>): Promise<void> => {
  const administrator = people.staff('alex.winter', 'administrator')
  for (const file of await readdir(folder)) {
    const practitioner = seeded.practitioners.get(file.replace(/\.jpg$/, ''))
    if (!practitioner) throw new Error(`${file} is the photo of nobody in the list of people.`)
    const photo = new Blob([await readFile(new URL(file, folder))])
    await administrator.practitioners.putPhoto(practitioner.id, photo)
  }
}
