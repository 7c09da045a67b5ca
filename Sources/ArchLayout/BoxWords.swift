import ArchCatalog
import ArchModel

/// What a box says: its label, and the smaller words of its service and of the attributes that
/// matter.
struct BoxWords {
  var label: String
  /// As in `SQS · 6 min`; empty where the label says it all.
  var caption: String

  init(of id: ElementID, in model: Model) {
    let element = model[id]
    let service = model.service(of: id)
    label = element.label
    var words: [String] = []
    let isNamed = service.isGeneric || service.key == "group" || service.key == element.name
    let saysNothing = isNamed && !element.hasOwnLabel
    let isRepeated = service.shortTitle.lowercased() == element.label.lowercased()
    if element.service != 0, service.key != "group", !saysNothing, !isRepeated {
      words.append(service.shortTitle)
    }
    for name in service.shows {
      guard let attribute = element.attributes.first(where: { $0.name == name }) else { continue }
      let text = attribute.value.caption(name: name)
      if let text, text.lowercased() != element.label.lowercased() { words.append(text) }
    }
    if !model.children(of: id).isEmpty, let count = model.magnitude("count", of: id), count > 1 {
      words.append("× \(count.trimmed)")
    }
    caption = words.joined(separator: " · ")
  }
}

extension Value {
  /// The value in the few words that a card has room for, or nil where it is not worth any.
  fileprivate func caption(name: String) -> String? {
    switch self {
    case .number(let amount): "\(amount.trimmed) \(name.spelledOut)"
    case .duration(let seconds): Self.durationCaption(seconds)
    case .size(let bytes): Self.sizeCaption(bytes)
    case .rate(let perSecond): "\(perSecond.trimmed)/s"
    case .percent(let amount): "\(amount.trimmed) %"
    case .string(let text), .address(let text): text
    case .word(let word): word
    case .boolean(let isOn): isOn ? name : nil
    case .reference, .list: nil
    }
  }

  private static func durationCaption(_ seconds: Double) -> String {
    let units: [(Double, String)] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
    for (length, symbol) in units where seconds >= length {
      let amount = seconds / length
      if amount == amount.rounded() { return "\(amount.trimmed) \(symbol)" }
    }
    return seconds < 1 ? "\((seconds * 1_000).trimmed) ms" : "\(seconds.trimmed) s"
  }

  private static func sizeCaption(_ bytes: Double) -> String {
    let units: [(Double, String)] = [
      (1_099_511_627_776, "TiB"), (1e12, "TB"), (1_073_741_824, "GiB"), (1e9, "GB"),
      (1_048_576, "MiB"), (1e6, "MB"), (1_024, "KiB"), (1e3, "KB"),
    ]
    for (size, symbol) in units where bytes >= size {
      let amount = bytes / size
      if amount == amount.rounded() { return "\(amount.trimmed) \(symbol)" }
    }
    return "\(bytes.trimmed) B"
  }
}

extension Double {
  /// The number with at most two decimals, and none where it is whole.
  fileprivate var trimmed: String {
    let hundredths = (self * 100).rounded()
    guard abs(hundredths) < 1e15 else { return "\(self)" }
    let whole = Int(hundredths) / 100
    let rest = abs(Int(hundredths) % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension String {
  /// A kebab-case name as words: `multi az`.
  fileprivate var spelledOut: String { String(map { $0 == "-" ? " " : $0 }) }
}
