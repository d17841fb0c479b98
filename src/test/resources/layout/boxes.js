// What is wrong with the boxes of a page, as sentences. The window's width decides which design is expected.
() => {
  const faults = [];
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const hole = 2 * rem;
  const slack = 1.5;
  const width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  if (over > 0) faults.push(`scrolls ${over} px sideways`);
  const box = element => element.getBoundingClientRect();
  const isSeen = element => element && box(element).width > 0 && box(element).height > 0;
  const name = element => `${element.parentElement.className} > ${element.className} “${element.textContent.trim().slice(0, 28)}”`;

  /** The design of a card: beside, above, or either. */
  const design = card => {
    if (card.closest('.more')) return 'beside';
    if (card.closest('.list')) return 'beside';
    if (card.matches('.lead')) return width >= 78 * rem ? 'beside' : 'above';
    return 'either';
  };
  document.querySelectorAll('.card, .lead, .promotion').forEach(card => {
    const image = card.querySelector('img');
    const words = card.querySelector('.words') ?? card.querySelector('.title');
    card.querySelectorAll('source').forEach(source => {
      if (isSeen(source)) faults.push(`${name(card)}: a source has a box`);
    });
    if (!isSeen(words)) { faults.push(`${name(card)}: its words are not seen`); return; }
    if (image) {
      if (!isSeen(image)) { faults.push(`${name(card)}: its picture is not seen`); return; }
      const picture = box(image), text = box(words), whole = box(card);
      const isBeside = picture.right <= text.left + slack;
      const isAbove = picture.bottom <= text.top + slack;
      const wanted = design(card);
      if (wanted === 'beside' && !isBeside) faults.push(`${name(card)}: the picture is not left of the text`);
      if (wanted === 'above' && !isAbove) faults.push(`${name(card)}: the picture is not above the text`);
      if (!isBeside && !isAbove) faults.push(`${name(card)}: picture and text cover each other`);
      if (isBeside && Math.abs(picture.top - text.top) > hole) faults.push(`${name(card)}: picture and text begin at different heights`);
      if (isBeside && text.left - picture.right > hole + slack) faults.push(`${name(card)}: hole of ${text.left - picture.right} px between picture and text`);
      if (isAbove && text.top - picture.bottom > hole) faults.push(`${name(card)}: hole of ${text.top - picture.bottom} px under the picture`);
      if (picture.left < whole.left - slack || picture.right > whole.right + slack) faults.push(`${name(card)}: the picture leaves its card`);
      if (picture.height > innerHeight * 0.8) faults.push(`${name(card)}: the picture is ${picture.height} px high`);
    } else if (box(words).width < box(card).width * 0.9 - 2 * rem) {
      faults.push(`${name(card)}: no picture, but room is left for one`);
    }
    const bottom = Math.max(...[...card.querySelectorAll('img, p, h2, h3, ul, dl')].filter(isSeen).map(each => box(each).bottom));
    if (!card.matches('.promotion') && box(card).bottom - bottom > hole + slack && getComputedStyle(card.parentElement).gridTemplateColumns.split(' ').length < 2) {
      faults.push(`${name(card)}: hole of ${box(card).bottom - bottom} px under it`);
    }
  });
  document.querySelectorAll('figure img').forEach(image => {
    const picture = box(image), figure = box(image.closest('figure'));
    if (!isSeen(image)) faults.push(`a figure has no picture: ${image.src}`);
    if (picture.height > innerHeight * 0.8) faults.push(`a picture of a figure is ${picture.height} px high: ${image.src}`);
    if (picture.right > figure.right + slack) faults.push(`a picture leaves its figure: ${image.src}`);
    const own = Number(image.getAttribute('width'));
    if (own && own < 320 && picture.width > own + slack) faults.push(`a small picture is blown up to ${picture.width} px: ${image.src}`);
    const caption = image.closest('figure').querySelector(':scope > figcaption');
    if (caption && !image.closest('.gallery') && box(caption).top - picture.bottom > hole) faults.push(`hole of ${box(caption).top - picture.bottom} px above a caption`);
  });
  return faults;
}
