/** Small enough for the statement timeout on a slow disk, and for the locks that others wait for. */
const pageSize = 5_000

/** Repeats a deletion of at most so many rows until it finds fewer. */
export const deleteInPages = async (deletePage: (pageSize: number) => Promise<number>): Promise<void> => {
  while ((await deletePage(pageSize)) >= pageSize);
}
