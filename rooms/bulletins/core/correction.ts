// The draft of a correction: it names the bulletin it corrects and begins with what that one said.

import type { Content } from './content.ts'

/** A new content that corrects a published one; figures are those of the old one until somebody takes new ones. */
export function correctionOf(published: Content, number: string): Content {
  return {
    ...published,
    title: `关于更正${number}通报的通报`,
    blocks: [
      { kind: 'paragraph', text: `${number}《${published.title.replace(/\s+/g, '')}》有误，更正如下。原通报保留，以本通报为准。` },
      // Pictures belong to the bulletin they were confirmed for.
      ...published.blocks.filter((block) => block.kind !== 'picture'),
    ],
  }
}
