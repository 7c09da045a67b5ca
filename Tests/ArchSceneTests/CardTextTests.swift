import ArchScene
import Testing

@Test func `A short card has the usual size`() {
  let text = CardText(label: "Photos", caption: "S3")
  #expect(text.size == Size(width: 168, height: 56))
  #expect(text.lines == ["Photos"])
}

@Test func `A card grows by whole steps of the grid, then wraps, then elides`() {
  let wide = CardText(label: "Public API", caption: "Application Load Balancer")
  #expect(wide.size.width == 208)
  let tall = CardText(label: "Fraud and sanctions screening of orders", caption: "Lambda")
  #expect(tall.lines.count == 2)
  #expect(tall.size.height == 72)
  let endless = CardText(label: String(repeating: "many words ", count: 50), caption: "")
  #expect(endless.size.width <= PictureMetrics.cardMaximumWidth)
  #expect(endless.lines.last?.hasSuffix("…") == true)
}

@Test(arguments: [
  "Photos", "Public API", "Fraud and sanctions screening of every order", "日本語のとても長いラベルです",
  "withoutanyplacetobreakwhatsoeverinit",
])
func `Words set again in the size they asked for do not change`(label: String) {
  for caption in ["", "S3", "Application Load Balancer in two zones and more"] {
    let natural = CardText(label: label, caption: caption)
    #expect(CardText(label: label, caption: caption, in: natural.size) == natural)
  }
  let edge = EdgeLabelText(label)
  #expect(EdgeLabelText(label, in: edge.size) == edge)
}

@Test func `A stack reserves room above and to the right of its front card`() {
  let frame = Rect(x: 10, y: 20, width: 168, height: 56)
  let node = SceneNode(id: "a", label: "A", frame: frame, count: 3)
  #expect(node.outline == Rect(x: 10, y: 12, width: 176, height: 64))
  #expect(SceneNode.frame(ofOutline: node.outline, count: 3) == frame)
  let size = SceneNode.outlineSize(label: "A", caption: "", count: 3)
  #expect(size == Size(width: 176, height: 64))
}

@Test func `A group's title asks for its width and never leaves a narrower box`() {
  let natural = GroupTitleText(label: "VPC", caption: "10.0.0.0/16")
  #expect(
    GroupTitleText(label: "VPC", caption: "10.0.0.0/16", width: natural.minimumWidth) == natural)
  for width in stride(from: 30.0, to: 200, by: 7) {
    for hasTile in [false, true] {
      let text = GroupTitleText(
        label: "Private subnet", caption: "10.0.1.0/24", hasTile: hasTile, width: width)
      let end =
        text.caption.isEmpty
        ? text.start + TextMetrics.width(text.label, in: .groupTitle)
        : text.captionStart + TextMetrics.width(text.caption, in: .caption)
      #expect(end <= max(width - PictureMetrics.groupTitleStart, text.start + 18))
      #expect(abs(text.end - end) < 0.001)
    }
  }
}
