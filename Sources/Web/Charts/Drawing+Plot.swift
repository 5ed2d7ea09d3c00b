import Desk
import Localisation

extension Drawing {
    init(_ plot: Plot, _ localiser: Localiser) {
        self.init()
        switch plot {
        case .bars(let bars): draw(bars, localiser)
        case .steps(let steps): draw(steps, localiser)
        case .seats(let seats): draw(seats, localiser)
        case .dots(let dots): draw(dots, localiser)
        case .strip(let strip): draw(strip, localiser)
        }
    }
}
