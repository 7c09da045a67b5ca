import ArchCatalog
import ArchModel
import Testing

private let thing = """
  service zz-queue "ZZ Queue" {
    category = integration
    aliases = [zzq]
    attribute type: plain | strict = plain
    attribute wait: duration 0s..20s = 0s
    limit wait 0s..5s = 1s where type == strict
    variant zz-strict "ZZ Strict queue" type = strict
    variant zz-ordered type = strict
    variant zz-patient wait = 20s
  }

  """

@Test func `An element may be called by a variant and has its title and its default`() {
  let model = model(thing + "a: zz-strict\nuser -> zz-strict")
  #expect(model.boxes.prefix(1) == ["a: zz-queue"])
  let mentioned = model.elements.first { $0.name == "zz-strict" }
  #expect(mentioned?.label == "ZZ Strict queue")
  for index in model.elements.indices where model.service(of: ElementID(index)).key == "zz-queue" {
    #expect(model.value(of: "type", in: ElementID(index)) == .word("strict"))
  }
}

@Test func `What an element states itself goes before its variant`() {
  let model = model(thing + "a: zz-strict { type = plain }")
  #expect(model.value(of: "type", in: ElementID(0)) == .word("plain"))
  #expect(model.value(of: "wait", in: ElementID(0)) == .duration(seconds: 0))
}

@Test func `A default under a condition follows the variant`() {
  let model = model(thing + "a: zz-strict\nb: zz-queue\nc: zz-patient")
  #expect(model.value(of: "wait", in: ElementID(0)) == .duration(seconds: 1))
  #expect(model.value(of: "wait", in: ElementID(1)) == .duration(seconds: 0))
  #expect(model.value(of: "wait", in: ElementID(2)) == .duration(seconds: 20))
}

@Test(arguments: [
  "user -> zz-strict\nuser -> zz-queue", "user -> zz-queue\nuser -> zz-strict",
  "zz-queue { wait = 3s }\nuser -> zz-strict", "zz-queue -> zz-strict",
])
func `A service and its variant are two elements in one diagram`(text: String) {
  let model = model(thing + text)
  let queues = model.elements.filter { $0.name != "user" }
  #expect(Set(queues.map(\.name)) == ["zz-queue", "zz-strict"])
}

@Test func `Names that set the same mean the same element`() {
  let model = model(thing + "user -> zz-strict\nuser -> zz-ordered\nuser -> zzq\nuser -> zz-queue")
  #expect(Set(model.elements.map(\.name)) == ["user", "zz-strict", "zz-queue"])
}

@Test func `What is wrong with a service that is declared twice is said of the first`() {
  #expect(
    problems("service s { shows = [x] }\nservice s { shows = [y]; attribute y: string }")
      == ["service/unknown-attribute at x", "service/duplicate at s"])
}
