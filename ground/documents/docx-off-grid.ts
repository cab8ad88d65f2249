// A paragraph that does not follow the grid of lines: in tables, small print and the imprint LibreOffice would stretch every line
// to the next line of the text. The library has no option for it, so the properties that come after it are put in by hand.

import { OnOffElement, Paragraph, ParagraphProperties, createAlignment, createIndent, createSpacing } from 'docx'
import type { IParagraphOptions } from 'docx'

export class OffGrid extends Paragraph {
  constructor({ spacing, indent, alignment, ...first }: IParagraphOptions) {
    super(first)
    const [properties] = this.root
    if (!(properties instanceof ParagraphProperties)) throw new Error('a paragraph begins with its properties')
    // In the order in which the schema lists them.
    properties.push(new OnOffElement('w:snapToGrid', false))
    if (spacing !== undefined) properties.push(createSpacing(spacing))
    if (indent !== undefined) properties.push(createIndent(indent))
    if (alignment !== undefined) properties.push(createAlignment(alignment))
  }
}
